import type { Language } from "#protocols/language/text.ts";
import { type Destination, type Drawing, linesOf } from "./drawing.ts";
import { wordsOf } from "./wording.ts";

/** Where a move leads, in words: "étape 9, « Réunion courte »", "fin de l'axe « Soin »". */
export function sayDestination(drawing: Drawing, to: Destination, language: Language): string {
	const { at } = wordsOf(language);
	switch (to.at) {
		case "closed":
			return at.closed;
		case "over":
			return to.leads ? at.overTo(sayPlace(drawing, to.leads, language)) : at.over;
		case "end":
			return at.end(titleOfLine(drawing, to.id));
		case "step":
		case "group":
			return sayPlace(drawing, to.id, language);
	}
}

function sayPlace(drawing: Drawing, id: string, language: Language): string {
	const { at } = wordsOf(language);
	for (const { items } of linesOf(drawing)) {
		const item = items.find((one) => one.id === id);
		if (item?.type === "station") return at.step(String(item.number), item.title);
		if (item?.type === "fork") return at.group(`${item.first}–${item.last}`, item.title);
	}
	return id;
}

/** The title of a track or an interruption. */
export function titleOfLine(drawing: Drawing, id: string): string {
	for (const line of linesOf(drawing)) if (line.id === id) return line.title;
	return id;
}
