import { sayWell } from "#protocols/compiler/wording.ts";
import type { PartRef } from "#protocols/editing/part-ref.ts";
import { partTitle } from "#protocols/editing/part-titles.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { say, type Text } from "#protocols/language/text.ts";
import type { Sentence } from "./finding.ts";

/** The same sentence in both languages; French marks keep to their word. */
export function both(fr: string, en: string): Sentence {
	return { fr: sayWell({ fr }, "fr"), en };
}

/** A title between quotation marks, in both languages. */
export function quoted(text: Text): Sentence {
	return both(`« ${say(text, "fr")} »`, `“${say(text, "en")}”`);
}

/** The title of a part, between quotation marks. */
export function named(protocol: Protocol, part: PartRef): Sentence {
	return quoted(partTitle(protocol, part));
}

/** Several things in a row: "a, b et c". */
export function listed(things: readonly Sentence[]): Sentence {
	const row = (words: string[], last: string) =>
		words.length < 2
			? words.join("")
			: `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;
	return both(
		row(
			things.map(({ fr }) => fr),
			"et",
		),
		row(
			things.map(({ en }) => en),
			"and",
		),
	);
}
