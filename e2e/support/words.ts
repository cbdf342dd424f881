import { en } from "#app/locales/en.ts";
import { fr } from "#app/locales/fr.ts";

/** What is written on the screens, by language: journeys act by the words that people read. */
export const words = { fr, en };

export type Language = keyof typeof words;

/** Fills the gaps of a text: « {{name}} la tient ». */
export function say(text: string, values: Record<string, string | number> = {}): string {
	return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** The French texts that English ones differ from: none of them belongs on an English screen. */
export function frenchOnly(): ReadonlySet<string> {
	const english = new Set(textsIn(en));
	return new Set(textsIn(fr).filter((text) => !english.has(text)));
}

/** Every text of a language that has no gap to fill. */
function textsIn(texts: object): string[] {
	return Object.values(texts).flatMap((text: string | object) => {
		if (typeof text === "object") return textsIn(text);
		return text.includes("{{") ? [] : [text];
	});
}
