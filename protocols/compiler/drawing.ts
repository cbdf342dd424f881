import type { PhaseId } from "#protocols/language/protocol.ts";
import type { StepKind } from "#protocols/language/step.ts";
import type { Language } from "#protocols/language/text.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";
import type { CompiledProtocol } from "./compile.ts";
import { inOrder } from "./drawing-order.ts";
import { closedState, type StateConfig } from "./machine-config.ts";
import { readMoves } from "./moves.ts";
import { sayDuration, sayWell, wordsOf } from "./wording.ts";

/** Where a move leads. `id`: of the step, group, track or interruption; empty for the closure. */
export type Destination = {
	at: "step" | "group" | "end" | "over" | "closed";
	id: string;
	/** With `over`: the step or group to which the course goes. */
	leads?: string;
};

/** One outcome of a step, as an arrow. */
export type Move = { code: string; to: Destination; raises?: string };

/** A step as a station of the line. Stations are numbered in reading order. */
export type Station = {
	type: "station";
	id: string;
	number: number;
	kind: StepKind;
	title: string;
	role: string;
	delay: string;
	moves: Move[];
	/** How often it may be entered before a decision elsewhere. */
	rounds?: number;
};

/** A group as a place where the line divides into tracks and meets again. */
export type Fork = {
	type: "fork";
	id: string;
	title: string;
	/** The numbers of its first and last station. */
	first: number;
	last: number;
	to: Destination;
	tracks: Line[];
};

/** A stretch of the line: a phase, a track of a fork, or an interruption. */
export type Line = {
	kind: "phase" | "track" | "interruption";
	id: string;
	title: string;
	phase?: PhaseId;
	/** Of an interruption: its letter, who opens it, what it does to the delays of the course. */
	letter?: string;
	about?: string;
	clocks?: "run" | "pause";
	items: (Station | Fork)[];
};

/** A protocol as a line, in one language: what drawings and outlines are made of. */
export type Drawing = {
	id: string;
	title: string;
	phases: Line[];
	interruptions: Line[];
};

type Reading = {
	compiled: CompiledProtocol;
	language: Language;
	moves: ReadonlyMap<string, Move[]>;
	counter: { drawn: number };
};

/**
 * Reads the drawing off the machine that runs: its states, in course order, and its transitions.
 * Roles, delays and titles come from the same document, through the places.
 */
export function drawingOf(compiled: CompiledProtocol, language: Language): Drawing {
	const { config, protocol } = compiled;
	const reading = { compiled, language, moves: readMoves(config), counter: { drawn: 0 } };
	const { course, ...regions } = config.states ?? {};
	const phases = Object.values(course?.states ?? {}).filter(({ id }) => id !== closedState);
	return {
		id: protocol.id,
		title: sayWell(protocol.title, language),
		phases: phases.map((state) => phaseLine(reading, state)),
		interruptions: Object.values(regions).map((state, index) =>
			interruptionLine(reading, state, index),
		),
	};
}

function phaseLine(reading: Reading, state: StateConfig): Line {
	const phase = state.id as PhaseId;
	const title = wordsOf(reading.language).phases[phase];
	return { kind: "phase", id: phase, title, phase, items: items(reading, state) };
}

function interruptionLine(reading: Reading, state: StateConfig, index: number): Line {
	const { protocol } = reading.compiled;
	const words = wordsOf(reading.language);
	const interruption = protocol.interruptions.find(({ id }) => id === state.id);
	const raisers = interruption?.raisedBy ?? "anyone";
	const roles =
		raisers === "anyone"
			? words.anyone
			: raisers.map((role) => roleLabel(reading, role)).join(", ");
	return {
		kind: "interruption",
		id: state.id,
		title: state.meta ? sayWell(state.meta.title, reading.language) : state.id,
		letter: String.fromCharCode("A".charCodeAt(0) + (index % 26)),
		about: `${words.raisedBy(roles)} · ${words.clocks[interruption?.clocks ?? "run"]}`,
		clocks: interruption?.clocks ?? "run",
		items: items(reading, state),
	};
}

function items(reading: Reading, state: StateConfig): Line["items"] {
	return inOrder(state, reading.moves).map((part) =>
		part.type === "parallel" ? fork(reading, part) : station(reading, part),
	);
}

function station(reading: Reading, state: StateConfig): Station {
	const { language, compiled } = reading;
	const step = compiled.places.steps.get(state.id)?.step;
	if (!step || !state.meta) throw new Error(`The state ${state.id} is no step of the protocol.`);
	reading.counter.drawn += 1;
	return {
		type: "station",
		id: state.id,
		number: reading.counter.drawn,
		kind: step.kind,
		title: sayWell(state.meta.title, language),
		role: roleLabel(reading, step.role),
		delay: sayDuration(step.delay, language),
		moves: reading.moves.get(state.id) ?? [],
		...(step.rounds ? { rounds: step.rounds.most } : {}),
	};
}

function fork(reading: Reading, state: StateConfig): Fork {
	const first = reading.counter.drawn + 1;
	const tracks = Object.values(state.states ?? {}).map((track) => trackLine(reading, track));
	const [onward] = reading.moves.get(state.id) ?? [];
	return {
		type: "fork",
		id: state.id,
		title: state.meta ? sayWell(state.meta.title, reading.language) : state.id,
		first,
		last: reading.counter.drawn,
		to: onward?.to ?? { at: "end", id: "" },
		tracks,
	};
}

function trackLine(reading: Reading, state: StateConfig): Line {
	const { places } = reading.compiled;
	const track = places.tracks.get(state.id);
	return {
		kind: "track",
		id: state.id,
		title: trackTitle(reading, state.id),
		...(track?.phase ? { phase: track.phase } : {}),
		items: items(reading, state),
	};
}

function trackTitle({ compiled, language }: Reading, id: string): string {
	const within = compiled.places.tracks.get(id)?.within;
	const title = within?.group.tracks.find((track) => track.id === id)?.title;
	const known: Readonly<Record<string, { fr: string; en: string }>> = knownTracks;
	const words = title ?? known[id];
	return words ? sayWell(words, language) : id;
}

function roleLabel({ compiled, language }: Reading, id: string): string {
	const role = compiled.protocol.roles.find((known) => known.id === id);
	return role ? sayWell(role.label, language) : id;
}

/** Every line of a drawing, each before the lines inside it. */
export function* linesOf(drawing: Drawing): Generator<Line> {
	for (const line of [...drawing.phases, ...drawing.interruptions]) yield* withInner(line);
}

function* withInner(line: Line): Generator<Line> {
	yield line;
	for (const item of line.items) {
		if (item.type === "fork") for (const track of item.tracks) yield* withInner(track);
	}
}

/** Every station in reading order. */
export function stationsOf(drawing: Drawing): Station[] {
	return [...linesOf(drawing)]
		.flatMap(({ items }) => items)
		.filter((item) => item.type === "station")
		.sort((one, other) => one.number - other.number);
}
