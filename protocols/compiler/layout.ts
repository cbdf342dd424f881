import type { PhaseId } from "#protocols/language/protocol.ts";
import type { StepKind } from "#protocols/language/step.ts";
import type { Drawing } from "./drawing.ts";
import { layoutAcross } from "./layout-across.ts";
import { layoutDown } from "./layout-down.ts";
import type { Chip } from "./layout-strip.ts";

/** What a stretch belongs to: it decides colour and pattern. */
export type Belonging = {
	phase?: PhaseId;
	/** The track of a group, and which one of its group it is. */
	track?: string;
	tint?: number;
	interruption?: string;
};

export type DrawnChip = Chip & { x: number; y: number; width: number };

export type DrawnStation = Belonging & {
	id: string;
	number: number;
	kind: StepKind;
	x: number;
	y: number;
	/** Title, and under it who carries the step and within how long. */
	title: string[];
	small: string[];
	label: { x: number; y: number; anchor: "start" | "middle" };
	chips: DrawnChip[];
};

/** `line` is walked by everybody, `siding` a way off and back, `jump` a thin arc, `link` the turn from row to row, `beside` the course above an interruption. */
export type DrawnPath = Belonging & {
	id: string;
	kind: "line" | "thin" | "siding" | "jump" | "arrow" | "link" | "beside" | "pause";
	d: string;
};

export type DrawnText = Belonging & {
	id: string;
	kind: "phase" | "group" | "track" | "interruption" | "about";
	lines: string[];
	x: number;
	y: number;
	/** The letter of an interruption. */
	letter?: string;
};

export type DrawnPanel = { id: string; x: number; y: number; width: number; height: number };

/** A drawing with every place decided: plain numbers, the same on a server and in a browser. */
export type LineGeometry = {
	orientation: Orientation;
	width: number;
	height: number;
	panels: DrawnPanel[];
	paths: DrawnPath[];
	texts: DrawnText[];
	stations: DrawnStation[];
	/** The ids of texts and stations in the order in which one reads them. */
	order: string[];
};

export type Orientation = "horizontal" | "vertical";

/** Which part of the protocol: the whole, the course alone, or what may happen at any moment. */
export type Part = "whole" | "course" | "interruptions";

type Wish = {
	orientation?: Orientation;
	/** Rows are at most so wide, unless one group needs more. */
	maxWidth?: number;
	part?: Part;
};

/**
 * Places a protocol as a transit line: phases as segments, steps as stations in course order,
 * groups as tracks that part and meet again, interruptions as loops under the line.
 *
 * Pure and in proportion to the number of steps and moves.
 */
export function layoutLine(drawing: Drawing, wish: Wish = {}): LineGeometry {
	const { orientation = "horizontal", part = "whole" } = wish;
	const shown = {
		...drawing,
		phases: part === "interruptions" ? [] : drawing.phases,
		interruptions: part === "course" ? [] : drawing.interruptions,
	};
	if (orientation === "vertical")
		return layoutDown({ whole: drawing, shown, width: wish.maxWidth ?? 340 });
	return layoutAcross({ whole: drawing, shown, maxWidth: wish.maxWidth ?? 1340 });
}
