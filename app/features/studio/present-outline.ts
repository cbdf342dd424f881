import type { Fork, Line, Station } from "#protocols/compiler/drawing.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import type { PhaseId } from "#protocols/language/protocol.ts";
import type { StepKind } from "#protocols/language/step.ts";
import { type DraftReading, lacksWords, missingIn } from "./reading-draft.ts";

/** One line of the outline: a part that can be opened, with what it holds. */
export type OutlineEntry = {
	/** As addresses spell it. */
	part: string;
	title: string;
	/** Texts that still lack a language. */
	missing: number;
	number?: number;
	kind?: StepKind;
	/** Who carries a step, and within how long. */
	about?: string;
	phase?: PhaseId;
	letter?: string;
	inside?: OutlineEntry[];
};

/** The whole protocol as a list of parts to open. */
export type OutlineView = {
	phases: OutlineEntry[];
	interruptions: OutlineEntry[];
	roles: OutlineEntry[];
};

/** Lists the parts of a draft in the order of its drawing. */
export function presentOutline(reading: DraftReading): OutlineView {
	const { drawing, protocol, language } = reading;
	return {
		phases: drawing.phases.map((line) => lineEntry(reading, line)),
		interruptions: drawing.interruptions.map((line) => lineEntry(reading, line)),
		roles: protocol.roles.map((role) => ({
			part: `role:${role.id}`,
			title: sayWell(role.label, language),
			missing: lacksWords(reading, role.label) ? 1 : 0,
		})),
	};
}

function lineEntry(reading: DraftReading, line: Line): OutlineEntry {
	const { protocol, compiled } = reading;
	const interruption = protocol.interruptions.find(({ id }) => id === line.id);
	const within = compiled.places.tracks.get(line.id)?.within;
	const track = within?.group.tracks.find(({ id }) => id === line.id);
	const title = line.kind === "interruption" ? interruption?.title : track?.title;
	return {
		part: `${line.kind}:${line.id}`,
		title: line.title,
		missing: lacksWords(reading, title) ? 1 : 0,
		...(line.phase ? { phase: line.phase } : {}),
		...(line.letter ? { letter: line.letter } : {}),
		inside: line.items.map((item) =>
			item.type === "fork" ? forkEntry(reading, item) : stationEntry(reading, item),
		),
	};
}

function stationEntry(reading: DraftReading, station: Station): OutlineEntry {
	const step = reading.compiled.places.steps.get(station.id)?.step;
	return {
		part: `step:${station.id}`,
		title: station.title,
		number: station.number,
		kind: station.kind,
		about: `${station.role} · ${station.delay}`,
		missing: step ? missingIn(reading, step) : 0,
	};
}

function forkEntry(reading: DraftReading, fork: Fork): OutlineEntry {
	const group = reading.compiled.places.groups.get(fork.id)?.group;
	return {
		part: `group:${fork.id}`,
		title: fork.title,
		missing: lacksWords(reading, group?.title) ? 1 : 0,
		inside: fork.tracks.map((track) => lineEntry(reading, track)),
	};
}
