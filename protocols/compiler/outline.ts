import type { PhaseId, Protocol } from "#protocols/language/protocol.ts";
import type { Step, StepKind } from "#protocols/language/step.ts";
import type { Language } from "#protocols/language/text.ts";
import type { FieldCode } from "#protocols/language/vocabulary/fields.ts";
import type { CompiledProtocol } from "./compile.ts";
import { type Drawing, drawingOf, type Fork, type Line, type Station } from "./drawing.ts";
import { type OutlineHandoff, outlineHandoff } from "./outline-handoff.ts";
import { type OutlineOutcome, outlineOutcomes } from "./outline-outcomes.ts";
import { sayDestination } from "./outline-places.ts";
import { sayDelay, sayDuration, sayWell, wordsOf } from "./wording.ts";

/** A protocol in words, in one language: phases, groups, tracks, steps; then what may happen at any moment. */
export type Outline = {
	id: string;
	title: string;
	audience?: string;
	prerequisites?: string;
	/** "Premier contact" and within how long. */
	promises: { milestone: string; within: string }[];
	roles: { id: string; label: string; external: boolean }[];
	phases: OutlineSection[];
	interruptions: OutlineSection[];
};

/** A phase, a track or an interruption, with what it holds in course order. */
export type OutlineSection = {
	kind: Line["kind"];
	id: string;
	title: string;
	phase?: PhaseId;
	letter?: string;
	about?: string;
	/** Of an interruption: the roles that may open it; all of them when absent. */
	raisedBy?: string[];
	items: (OutlineStep | OutlineGroup)[];
};

export type OutlineGroup = {
	type: "group";
	id: string;
	title: string;
	/** "9–30" */
	numbers: string;
	/** Where it leads when all tracks have ended. */
	leads: string;
	tracks: OutlineSection[];
};

export type OutlineStep = {
	type: "step";
	id: string;
	number: number;
	kind: StepKind;
	title: string;
	role: string;
	participants: string[];
	/** "2 jours ouvrés", and with what it rests on. */
	delay: string;
	delayBasis: string;
	guidance: string;
	questions: FieldCode[];
	rounds?: string;
	handoff?: OutlineHandoff;
	outcomes: OutlineOutcome[];
};

export type { OutlineHandoff, OutlineOutcome };

type Writing = { compiled: CompiledProtocol; drawing: Drawing; language: Language };

/** Writes a protocol out: the order and the moves come from the machine, the words from the document. */
export function outlineOf(compiled: CompiledProtocol, language: Language): Outline {
	const drawing = drawingOf(compiled, language);
	const writing = { compiled, drawing, language };
	const { protocol } = compiled;
	return {
		id: protocol.id,
		title: drawing.title,
		...(protocol.audience ? { audience: sayWell(protocol.audience, language) } : {}),
		...(protocol.prerequisites ? { prerequisites: sayWell(protocol.prerequisites, language) } : {}),
		promises: protocol.promises.map(({ milestone, within }) => ({
			milestone: wordsOf(language).milestones[milestone],
			within: sayDuration(within, language),
		})),
		roles: protocol.roles.map((role) => outlineRole(role, language)),
		phases: drawing.phases.map((line) => section(writing, line)),
		interruptions: drawing.interruptions.map((line) => section(writing, line)),
	};
}

function outlineRole({ id, label, external }: Protocol["roles"][number], language: Language) {
	return { id, label: sayWell(label, language), external };
}

function section(writing: Writing, { items, clocks: _, ...line }: Line): OutlineSection {
	const interruption = writing.compiled.protocol.interruptions.find(({ id }) => id === line.id);
	const raisers = line.kind === "interruption" ? interruption?.raisedBy : "anyone";
	return {
		...line,
		...(Array.isArray(raisers) ? { raisedBy: raisers } : {}),
		items: items.map((item) =>
			item.type === "fork" ? group(writing, item) : outlineStep(writing, item),
		),
	};
}

function group(writing: Writing, fork: Fork): OutlineGroup {
	const { language, drawing } = writing;
	const words = wordsOf(language);
	return {
		type: "group",
		id: fork.id,
		title: fork.title,
		numbers: `${fork.first}–${fork.last}`,
		leads: words.groupLeads(sayDestination(drawing, fork.to, language)),
		tracks: fork.tracks.map((track) => section(writing, track)),
	};
}

function outlineStep(writing: Writing, station: Station): OutlineStep {
	const { compiled, language } = writing;
	const step = compiled.places.steps.get(station.id)?.step;
	if (!step) throw new Error(`The station ${station.id} is no step of the protocol.`);
	const rounds = sayRounds(step, language);
	return {
		type: "step",
		id: station.id,
		number: station.number,
		kind: step.kind,
		title: station.title,
		role: step.role,
		participants: step.participants,
		delay: station.delay,
		delayBasis: sayDelay(step.delay, language),
		guidance: sayWell(step.guidance, language),
		questions: step.questions,
		...(rounds ? { rounds } : {}),
		...(step.handoff ? { handoff: outlineHandoff(step.handoff, language) } : {}),
		outcomes: outlineOutcomes({ ...writing, station }),
	};
}

function sayRounds({ rounds, outcomes }: Step, language: Language): string | undefined {
	const beyond = outcomes.find(({ code }) => code === rounds?.beyond);
	if (!rounds || !beyond) return undefined;
	return wordsOf(language).rounds(rounds.most, sayWell(beyond.label, language));
}
