import type { Language } from "./languages.ts";
import type { TextTree } from "./speech.ts";

/** French marks keep to their word: a hard space before `? ! : ;` and inside « quotes ». */
export function withHardSpaces(texts: TextTree, language: Language): TextTree {
	if (language !== "fr") return texts;
	return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, harden(text)]));
}

function harden(text: string | TextTree): string | TextTree {
	if (typeof text !== "string") return withHardSpaces(text, "fr");
	return text.replaceAll(/ (?=[?!:;»])|(?<=«) /g, "\u00a0");
}
