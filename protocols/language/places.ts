import type { Group, Interruption, PhaseId, Protocol, Track } from "./protocol.ts";
import type { Step } from "./step.ts";

/** Where something stands in the document. */
export type DocumentPath = (string | number)[];

/** The course outside groups, one track of a group, or one running interruption: what a structure holds. */
export type PartId = "course" | `track:${string}` | `interruption:${string}`;

/** A part of the document that holds steps and groups of its own. */
export type Container = {
	kind: "phase" | "track" | "interruption";
	id: string;
	part: PartId;
	/** The phase it belongs to; undefined inside an interruption. */
	phase: PhaseId | undefined;
	/** Undefined in the course. */
	interruption: Interruption | undefined;
	start: string;
	steps: Step[];
	groups: Group[];
	/** The group around a track, and what holds that group. */
	within: { group: Group; container: Container } | undefined;
	path: DocumentPath;
};

export type PlacedStep = { step: Step; container: Container; path: DocumentPath };
export type PlacedGroup = { group: Group; container: Container; path: DocumentPath };

/** Every part of a protocol by its id, with where it stands. */
export type Places = {
	containers: Container[];
	steps: ReadonlyMap<string, PlacedStep>;
	groups: ReadonlyMap<string, PlacedGroup>;
	tracks: ReadonlyMap<string, Container>;
};

/** Walks a protocol once and says where each step, group and track stands. */
export function placesOf(protocol: Protocol): Places {
	const containers = [...containersOf(protocol)];
	const steps = new Map<string, PlacedStep>();
	const groups = new Map<string, PlacedGroup>();
	for (const container of containers) {
		container.steps.forEach((step, index) => {
			steps.set(step.id, { step, container, path: [...container.path, "steps", index] });
		});
		container.groups.forEach((group, index) => {
			groups.set(group.id, { group, container, path: [...container.path, "groups", index] });
		});
	}
	const tracks = containers.filter(({ kind }) => kind === "track");
	return { containers, steps, groups, tracks: new Map(tracks.map((track) => [track.id, track])) };
}

function* containersOf(protocol: Protocol): Generator<Container> {
	for (const [index, { id, start, steps, groups }] of protocol.phases.entries()) {
		yield* withTracks({
			kind: "phase",
			id,
			part: "course",
			phase: id,
			interruption: undefined,
			start,
			steps,
			groups,
			within: undefined,
			path: ["phases", index],
		});
	}
	for (const [index, interruption] of protocol.interruptions.entries()) {
		yield* withTracks({
			kind: "interruption",
			id: interruption.id,
			part: `interruption:${interruption.id}`,
			phase: undefined,
			interruption,
			start: interruption.start,
			steps: interruption.steps,
			groups: interruption.groups ?? [],
			within: undefined,
			path: ["interruptions", index],
		});
	}
}

function* withTracks(container: Container): Generator<Container> {
	yield container;
	for (const [groupIndex, group] of container.groups.entries()) {
		for (const [trackIndex, track] of group.tracks.entries()) {
			const path = [...container.path, "groups", groupIndex, "tracks", trackIndex];
			yield* withTracks(trackContainer(track, { group, container }, path));
		}
	}
}

function trackContainer(
	track: Track,
	within: { group: Group; container: Container },
	path: DocumentPath,
): Container {
	return {
		kind: "track",
		id: track.id,
		part: `track:${track.id}`,
		phase: track.phase ?? within.container.phase,
		interruption: within.container.interruption,
		start: track.start,
		steps: track.steps,
		groups: track.groups ?? [],
		within,
		path,
	};
}

/** The containers from one outwards: itself, then what holds its group, up to a phase or an interruption. */
export function* outwards(container: Container): Generator<Container> {
	for (let at: Container | undefined = container; at; at = at.within?.container) yield at;
}

/** Whether a container holds a step or a group of that id directly. */
export function holds(container: Container, id: string): boolean {
	return (
		container.steps.some((step) => step.id === id) ||
		container.groups.some((group) => group.id === id)
	);
}
