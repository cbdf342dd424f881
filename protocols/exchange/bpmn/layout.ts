import { bpmnIds } from "./ids.ts";
import type { BpmnCell, BpmnFlow, BpmnModel, BpmnNode, BpmnScope } from "./model.ts";
import { route } from "./route.ts";

export type Box = { x: number; y: number; width: number; height: number };
export type Point = { x: number; y: number };

/** Every shape and every way of a diagram, by the id of what it shows. */
export type BpmnLayout = { boxes: Map<string, Box>; ways: Map<string, Point[]> };

const sizes: Record<BpmnNode["kind"], { width: number; height: number }> = {
	userTask: { width: 160, height: 80 },
	sendTask: { width: 160, height: 80 },
	exclusiveGateway: { width: 50, height: 50 },
	parallelGateway: { width: 50, height: 50 },
	startEvent: { width: 36, height: 36 },
	endEvent: { width: 36, height: 36 },
	intermediateThrowEvent: { width: 36, height: 36 },
	boundaryEvent: { width: 36, height: 36 },
};

const heading = 30;
/** Room above a row of cells in which arrows run past it. */
const channel = 52;
const gap = 40;
const asideStep = 76;
const columnGap = 70;
const origin = { x: 160, y: 80 };
const scopeMargin = { x: 30, top: 50, bottom: 30 };

/** Places a model: columns in course order, one lane under the other, what happens beside in a lane of its own. */
export function layoutBpmn(model: BpmnModel): BpmnLayout {
	const layout: BpmnLayout = { boxes: new Map(), ways: new Map() };
	const inner = { x: origin.x + heading, y: origin.y };
	const process = placeScope(layout, model.process, inner);
	const beside = placeBeside(layout, model, {
		x: inner.x,
		y: origin.y + process.height,
		atLeast: process.width,
	});
	const width = Math.max(process.width, beside.width);
	widenLanes(layout, model, { width, height: beside.height });
	const pool = { ...origin, width: width + heading, height: process.height + beside.height };
	layout.boxes.set("pool_course", pool);
	placeOutside(layout, model, pool);
	placePhases(layout, model, pool.height);
	for (const scope of [model.process, ...model.beside]) {
		scope.flows.forEach((flow, index) => {
			routeFlow(layout, flow, index);
		});
	}
	return layout;
}

type Extent = { width: number; height: number };

/** Places the lanes of a scope and what is in them. */
function placeScope({ boxes }: BpmnLayout, scope: BpmnScope, at: Point): Extent {
	const columns = columnsOf(scope.cells, at.x + heading + gap);
	let y = at.y;
	for (const lane of scope.lanes) {
		const slots = slotsOf(scope.cells.filter(({ role }) => role === lane.role));
		const top = y;
		for (const slot of slots) {
			for (const cell of slot) {
				placeCell(boxes, cell, { x: columns.get(cell.column) ?? 0, y: y + channel });
			}
			y += channel + Math.max(...slot.map(heightOf)) + 18;
		}
		y = Math.max(y, top + 60);
		boxes.set(lane.id, { x: at.x, y: top, width: 0, height: y - top });
	}
	const width = Math.max(...columns.values()) - at.x;
	for (const lane of scope.lanes) {
		const box = boxes.get(lane.id);
		if (box) boxes.set(lane.id, { ...box, width });
	}
	return { width, height: y - at.y };
}

/** By column where it begins; one more, where the last one ends. */
function columnsOf(cells: BpmnCell[], from: number): Map<number, number> {
	const last = Math.max(0, ...cells.map(({ column }) => column));
	const starts = new Map<number, number>();
	let x = from;
	for (let column = 0; column <= last; column += 1) {
		starts.set(column, x);
		const here = cells.filter((cell) => cell.column === column).map(widthOf);
		x += Math.max(0, ...here) + columnGap;
	}
	return starts.set(last + 1, x);
}

/** Cells of one lane in rows: two that share a column stand one under the other. */
function slotsOf(cells: BpmnCell[]): BpmnCell[][] {
	const slots: BpmnCell[][] = [];
	for (const cell of cells) {
		const free = slots.find((slot) => slot.every(({ column }) => column !== cell.column));
		if (free) free.push(cell);
		else slots.push([cell]);
	}
	return slots;
}

function widthOf({ row, aside }: BpmnCell): number {
	const inRow = row.reduce((sum, { kind }) => sum + sizes[kind].width, (row.length - 1) * gap);
	return inRow + (aside.length > 0 ? gap + 90 : 0);
}

function heightOf({ aside, late }: BpmnCell): number {
	return Math.max(80 + (late.length > 0 ? 88 : 0), aside.length * asideStep);
}

function placeCell(boxes: Map<string, Box>, cell: BpmnCell, at: Point): void {
	let x = at.x;
	for (const { id, kind } of cell.row) {
		const size = sizes[kind];
		boxes.set(id, { x, y: at.y + (80 - size.height) / 2, ...size });
		x += size.width + gap;
	}
	cell.aside.forEach(({ id, kind }, index) => {
		boxes.set(id, { x, y: at.y + 22 + index * asideStep, ...sizes[kind] });
	});
	cell.late.forEach(({ id, kind }, index) => {
		boxes.set(id, { x: at.x + 20 + index * 90, y: at.y + 62 + index * 36, ...sizes[kind] });
	});
}

type Beside = Point & { atLeast: number };

/** The event subprocesses, side by side while they fit, in a lane under the others. */
function placeBeside(layout: BpmnLayout, { beside }: BpmnModel, at: Beside): Extent {
	let [x, y, rowHeight, width] = [at.x + heading + gap, at.y + gap, 0, at.atLeast];
	for (const scope of beside) {
		const extent = placeScope(layout, scope, { x: 0, y: 0 });
		const size = {
			width: extent.width + 2 * scopeMargin.x,
			height: extent.height + scopeMargin.top + scopeMargin.bottom,
		};
		if (rowHeight > 0 && x + size.width > at.x + at.atLeast) {
			[x, y, rowHeight] = [at.x + heading + gap, y + rowHeight + gap, 0];
		}
		layout.boxes.set(scope.id, { x, y, ...size });
		placeScope(layout, scope, { x: x + scopeMargin.x, y: y + scopeMargin.top });
		x += size.width + gap;
		rowHeight = Math.max(rowHeight, size.height);
		width = Math.max(width, x - at.x);
	}
	return { width, height: y + rowHeight + gap - at.y };
}

function widenLanes({ boxes }: BpmnLayout, model: BpmnModel, { width, height }: Extent): void {
	let bottom = origin.y;
	for (const { id } of model.process.lanes) {
		const box = boxes.get(id);
		if (!box) continue;
		boxes.set(id, { ...box, width });
		bottom = box.y + box.height;
	}
	boxes.set(model.anyTime.id, { x: origin.x + heading, y: bottom, width, height });
}

/** Pools of actors outside, as wide as ours, and the messages straight down to them. */
function placeOutside({ boxes, ways }: BpmnLayout, model: BpmnModel, pool: Box): void {
	let y = pool.y + pool.height + gap;
	for (const { id } of model.outside) {
		boxes.set(id, { x: pool.x, y, width: pool.width, height: 60 });
		y += 60 + 20;
	}
	model.messages.forEach(({ id, from, to }, index) => {
		const [task, other] = [boxes.get(from), boxes.get(to)];
		if (!task || !other) return;
		const x = task.x + task.width - 24 - 12 * (index % 4);
		ways.set(id, [
			{ x, y: task.y + task.height },
			{ x, y: other.y },
		]);
	});
}

/** A frame around the columns of each phase. */
function placePhases({ boxes }: BpmnLayout, model: BpmnModel, height: number): void {
	for (const { id, from, to } of model.phases) {
		const inside = model.process.cells
			.filter(({ column }) => column >= from && column <= to)
			.flatMap(({ row, aside }) => [...row, ...aside].flatMap((node) => boxes.get(node.id) ?? []));
		if (inside.length === 0) continue;
		const left = Math.min(...inside.map(({ x }) => x)) - gap / 2;
		const right = Math.max(...inside.map(({ x, width }) => x + width)) + gap / 2;
		boxes.set(id, { x: left, y: origin.y - 36, width: right - left, height: height + 48 });
	}
}

function routeFlow({ boxes, ways }: BpmnLayout, { id, from, to }: BpmnFlow, index: number): void {
	const [start, end] = [boxes.get(from), boxes.get(to)];
	if (!start || !end) throw new Error(`The flow ${id} has an end that is not drawn.`);
	const isLate = from.startsWith(bpmnIds.late(""));
	ways.set(id, route(start, end, { index, leavesBelow: isLate }));
}
