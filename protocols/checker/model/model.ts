import type { Container, PlacedStep } from "#protocols/language/places.ts";
import type { PhaseId } from "#protocols/language/protocol.ts";

/**
 * A protocol as the checker reasons on it: what XState would run, in numbers, so that many thousands
 * of states can be looked at in the time of a keystroke.
 *
 * A process is a region that stands at one node at a time: the course (its three phases in a row),
 * a track, an interruption. A group is a node whose tracks are processes of their own.
 */
export type Model = {
	processes: Process[];
	/** The index of the course; interruptions and tracks follow. */
	course: number;
	/** The processes in which groups stand, in order. */
	hosts: readonly number[];
	slots: Slot[];
	/** The interruptions that read or leave anything that is remembered: only there, who raised them when matters. */
	remembering: ReadonlySet<number>;
	/** Tracks that are not followed, with the acts that end them. */
	dormant: ReadonlyMap<number, readonly { process: number; node: number; edge: Edge }[]>;
	/** What the opening may answer: each list is one way to begin. */
	openings: Write[];
	/** Where each step, group or end stands. */
	nodeOf: ReadonlyMap<string, Place>;
};

/** A node of a process. */
export type Place = { process: number; node: number };

export type Process = {
	id: string;
	kind: "course" | "track" | "interruption";
	/** The region at the root that it belongs to: the course, or an interruption. */
	top: number;
	/** The group around a track. */
	within: Place | undefined;
	start: number;
	/** Where a track is over, or an interruption rests, or the course is closed. */
	end: number;
	nodes: Node[];
};

export type Node = {
	id: string;
	step: PlacedStep | undefined;
	container: Container | undefined;
	group: GroupNode | undefined;
	phase: PhaseId | undefined;
	edges: Edge[];
	/** What others read of its having been entered. */
	flag: number | undefined;
	/** Which rounds its entry counts. */
	counter: number | undefined;
};

export type GroupNode = { id: string; tracks: number[]; done: Place; flags: number[] };

/** One way on from a node: an outcome of its step, or an interruption that is raised. */
export type Edge = {
	kind: "outcome" | "raise";
	code: string;
	guards: Guard[];
	writes: Write[];
	/** A decision gives rounds back, except its own. */
	resets: boolean;
	to: Place;
	leads: Place | undefined;
	raises: number | undefined;
};

/** What a guard reads from what is remembered. */
export type Guard =
	| { kind: "fact"; slot: number; bit: number }
	| { kind: "reached"; slot: number }
	| { kind: "rounds"; slot: number; most: number };

/** Answers to one question, as the masks that they can leave behind. */
export type Write = { slot: number; masks: number[] };

/** One thing that is remembered and read elsewhere. */
export type Slot =
	| { kind: "fact"; field: string; lists: readonly string[][] }
	| { kind: "reached"; step: string }
	| { kind: "rounds"; step: string; most: number };
