import type { Condition, HandoffEnd, Outcome } from "#protocols/language/step.ts";
import { endOf } from "#protocols/language/step.ts";
import type { Language } from "#protocols/language/text.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";
import type { CompiledProtocol } from "./compile.ts";
import type { Destination, Drawing, Move, Station } from "./drawing.ts";
import { sayDestination, titleOfLine } from "./outline-places.ts";
import { sayWell, wordsOf } from "./wording.ts";

/** One outcome of a step: what it is called, when it may be given, where it leads. */
export type OutlineOutcome = {
	code: string;
	label: string;
	leads: string;
	/** The step or group to which it leads; absent where something ends. */
	to?: string;
	/** What it opens beside the course, by name and in words. */
	raises?: { id: string; words: string };
	/** "si Niveau d'inquiétude : Danger" */
	condition?: string;
	/** Of a handoff: which of its ends gives this outcome. */
	end?: HandoffEnd;
};

type Writing = {
	compiled: CompiledProtocol;
	drawing: Drawing;
	language: Language;
	station: Station;
};

/** The outcomes of a step in the order of the document; where they lead, as the machine says it. */
export function outlineOutcomes(writing: Writing): OutlineOutcome[] {
	const { compiled, station } = writing;
	const step = compiled.places.steps.get(station.id)?.step;
	return station.moves.flatMap((move) => {
		const outcome = step?.outcomes.find(({ code }) => code === move.code);
		return outcome ? [outlineOutcome(writing, move, outcome)] : [];
	});
}

function outlineOutcome(writing: Writing, move: Move, outcome: Outcome): OutlineOutcome {
	const { drawing, language, station } = writing;
	const words = wordsOf(language);
	const again = move.to.at === "step" && move.to.id === station.id;
	const to = placeOf(move.to);
	const end = station.kind === "handoff" ? endOf(outcome) : undefined;
	return {
		code: move.code,
		label: sayWell(outcome.label, language),
		leads: again ? words.at.again : sayDestination(drawing, move.to, language),
		...(to && !again ? { to } : {}),
		...(move.raises ? { raises: raised(writing, move.raises) } : {}),
		...(outcome.when ? { condition: sayCondition(writing, outcome.when) } : {}),
		...(end ? { end } : {}),
	};
}

function placeOf({ at, id, leads }: Destination): string | undefined {
	return leads ?? (at === "step" || at === "group" ? id : undefined);
}

function raised({ drawing, language }: Writing, id: string) {
	return { id, words: wordsOf(language).raises(titleOfLine(drawing, id)) };
}

function sayCondition({ compiled, language }: Writing, when: Condition): string {
	const words = wordsOf(language);
	if ("track" in when) {
		const reached = compiled.places.steps.get(when.reached)?.step;
		return words.reached(reached ? sayWell(reached.title, language) : when.reached);
	}
	const { label, codes } = fields[when.fact];
	const answers: Readonly<Record<string, { fr: string; en: string }>> = codes;
	const said = when.in.map((code) => {
		const answer = answers[code];
		return answer ? sayWell(answer, language) : code;
	});
	return words.factIn(sayWell(label, language), said.join(words.or));
}
