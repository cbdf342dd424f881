import type { Drawing, Line, Station } from "#protocols/compiler/drawing.ts";
import type { PhaseId } from "#protocols/language/protocol.ts";
import type { StationState } from "./station-state.ts";

/** What a situation tells the line about itself: ids of its protocol, nothing about a person. */
export type SituationPlace = {
	/** Phases that the course has left behind, and the one where it stands; none once it is closed. */
	phases: { done: PhaseId[]; current?: PhaseId };
	/** Steps that wait for an answer, in the course and in interruptions. */
	open: { stepId: string; state: Extract<StationState, "here" | "late" | "paused"> }[];
	/** Steps that were answered at least once. */
	visited: string[];
	/** Interruptions that are running. */
	interruptions: string[];
};

/** An open step as the small line names it. */
export type OpenStation = Pick<Station, "id" | "number" | "kind" | "title" | "role"> & {
	/** The track it lies in, if any. */
	track?: string;
	state: StationState;
};

/** The part of a protocol that matters to one situation: small enough to send with a page. */
export type SituationLine = {
	phases: { id: PhaseId; title: string; state: "done" | "here" | "ahead" }[];
	open: OpenStation[];
	interruptions: { id: string; letter: string; title: string; open: OpenStation[] }[];
};

/** How each station of the whole drawing stands, for `Line`: what is not named is ahead. */
export function stationStates({ open, visited }: SituationPlace): Record<string, StationState> {
	return {
		...Object.fromEntries(visited.map((stepId) => [stepId, "done" as const])),
		...Object.fromEntries(open.map(({ stepId, state }) => [stepId, state])),
	};
}

/** Keeps of a drawing what a situation is about: its phases, where it stands, what runs beside. */
export function situationLine(drawing: Drawing, place: SituationPlace): SituationLine {
	const { done, current } = place.phases;
	const phases = drawing.phases.flatMap(({ phase, title }) => {
		if (!phase) return [];
		const state = done.includes(phase) ? "done" : phase === current ? "here" : "ahead";
		return [{ id: phase, title, state } as const];
	});
	return {
		phases,
		open: drawing.phases.flatMap((line) => openIn(line, place)),
		interruptions: drawing.interruptions
			.filter(({ id }) => place.interruptions.includes(id))
			.map((line) => ({
				id: line.id,
				letter: line.letter ?? "",
				title: line.title,
				open: openIn(line, place),
			})),
	};
}

function openIn(line: Line, place: SituationPlace): OpenStation[] {
	return line.items.flatMap((item) => {
		if (item.type === "fork") return item.tracks.flatMap((track) => openIn(track, place));
		const found = place.open.find(({ stepId }) => stepId === item.id);
		if (!found) return [];
		const { id, number, kind, title, role } = item;
		const track = line.kind === "track" ? { track: line.title } : {};
		return [{ id, number, kind, title, role, ...track, state: found.state }];
	});
}
