import type { Belonging, DrawnPath, DrawnStation } from "#protocols/compiler/layout.ts";
import {
	addPath,
	addStation,
	type Canvas,
	emptyCanvas,
	path,
} from "#protocols/compiler/layout-canvas.ts";
import { textSizes, wrapText } from "#protocols/compiler/layout-text.ts";
import type { OpenStation, SituationLine } from "./situation-line.ts";

/** A phase as a dot on the small line. */
export type PhaseNode = SituationLine["phases"][number] & {
	x: number;
	y: number;
	anchor: "start" | "middle" | "end";
};

export type SmallGeometry = {
	width: number;
	height: number;
	nodes: PhaseNode[];
	paths: DrawnPath[];
	stations: DrawnStation[];
	/** The names of running interruptions. */
	names: { id: string; letter: string; title: string; x: number; y: number }[];
};

const width = 340;
const axis = 34;
const ends = [14, width / 2, width - 14] as const;
const anchors = ["start", "middle", "end"] as const;
const lane = { first: 24, step: 20, toLabel: 28 };

/**
 * Places the small line: the three phases, under the present one the open steps, beside them the
 * running interruptions as loops.
 *
 * @param under what stands under the title of an open step: its track, its state in words
 */
export function layoutSmall(
	line: SituationLine,
	under: (station: OpenStation) => string,
): SmallGeometry {
	const canvas = emptyCanvas();
	const nodes = line.phases.map((phase, index) => ({
		...phase,
		x: ends[index] ?? 0,
		y: axis,
		anchor: anchors[index] ?? "middle",
	}));
	drawPhases(canvas, nodes);
	const here = nodes.find(({ state }) => state === "here");
	const work = { canvas, y: axis + 30, under };
	if (here && line.open.length > 0) drawOpen(work, line.open, here);

	const names: SmallGeometry["names"] = [];
	for (const { open, ...interruption } of line.interruptions) {
		work.y += 8;
		names.push({ ...interruption, x: lane.first - 11, y: work.y + 22 });
		drawBeside(work, open, interruption.id);
	}
	const { paths, stations } = canvas;
	return { width, height: Math.ceil(work.y + 6), nodes, paths, stations, names };
}

type Work = { canvas: Canvas; y: number; under: (station: OpenStation) => string };

function drawPhases(canvas: Canvas, nodes: PhaseNode[]): void {
	nodes.slice(1).forEach((node, index) => {
		const from = nodes[index];
		if (!from) return;
		const d = path`M${from.x},${from.y}H${node.x}`;
		if (node.state === "ahead") addPath(canvas, { kind: "beside", d });
		else addPath(canvas, { kind: "line", phase: from.id, d });
	});
}

function drawOpen(work: Work, open: OpenStation[], here: PhaseNode): void {
	const belongs = { phase: here.id };
	const top = axis + 18;
	const turn = 9;
	const start = work.y;
	const last = drawStations(work, open, { x: lane.first, belongs });
	const drop =
		Math.abs(here.x - lane.first) < 2 * turn
			? path`M${here.x},${axis}L${lane.first},${top}V${last}`
			: path`M${here.x},${axis}V${top - turn}q0,${turn} ${-turn},${turn}H${lane.first + turn}q${-turn},0 ${-turn},${turn}V${Math.max(last, start)}`;
	addPath(work.canvas, { ...belongs, kind: "line", d: drop });
}

function drawBeside(work: Work, open: OpenStation[], interruption: string): void {
	const belongs = { interruption };
	const x = lane.first + lane.step;
	work.y += 34;
	const top = work.y;
	const last = drawStations(work, open, { x, belongs });
	const turn = lane.step / 2;
	addPath(work.canvas, {
		...belongs,
		kind: "beside",
		d: path`M${lane.first},${top - 4}V${work.y}`,
	});
	addPath(work.canvas, {
		...belongs,
		kind: "line",
		d: path`M${lane.first},${top - 2}q0,${turn} ${turn},${turn}t${turn},${turn}V${last}`,
	});
}

type Standing = { x: number; belongs: Belonging };

/** One open step a row; says where the last one stands. */
function drawStations(work: Work, open: OpenStation[], { x, belongs }: Standing): number {
	const left = x + lane.toLabel;
	let last = work.y;
	for (const station of open) {
		const { id, number, kind } = station;
		const y = work.y + 22;
		const title = wrapText(station.title, width - left - 4, "titleDown");
		const small = wrapText(work.under(station), width - left - 4, "smallDown");
		const label = { x: left, y: y + 5, anchor: "start" as const };
		addStation(work.canvas, { ...belongs, id, number, kind, x, y, title, small, label, chips: [] });
		const words =
			title.length * textSizes.titleDown.leading + small.length * textSizes.smallDown.leading;
		work.y = y + words - 4;
		last = y;
	}
	return last;
}
