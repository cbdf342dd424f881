import type { Drawing, Line } from "./drawing.ts";
import type { LineGeometry } from "./layout.ts";
import { addPath, addText, arrowhead, type Canvas, emptyCanvas, path } from "./layout-canvas.ts";
import { courseRows, type Row } from "./layout-rows.ts";
import { measureStrip, type StripBox } from "./layout-sizes.ts";
import { type Names, shortNames, stripOf } from "./layout-strip.ts";
import { drawStrip, ends } from "./layout-strip-across.ts";
import { textSizes, wrapText } from "./layout-text.ts";

const margin = { x: 34, top: 12, bottom: 14 };
const headingHeight = 34;
const rowGap = 40;
const blockGap = 40;
const loop = 40;

type Wish = {
	/** Gives the numbers; it may hold more than is shown. */
	whole: Drawing;
	shown: Drawing;
	maxWidth: number;
};

/** The drawing that lies across a page: the course in rows, the interruptions under it. */
export function layoutAcross({ whole, shown, maxWidth }: Wish): LineGeometry {
	const canvas = emptyCanvas();
	const names = shortNames(whole);
	const rows = courseRows(shown, names, maxWidth - 2 * margin.x);
	const courseBottom = drawCourse(canvas, rows);
	const courseWidth = Math.max(0, ...rows.map(({ box }) => box.width));
	const beside = drawInterruptions(canvas, {
		lines: shown.interruptions,
		names,
		top: rows.length > 0 ? courseBottom + blockGap : margin.top,
		most: Math.max(maxWidth - 2 * margin.x, courseWidth),
	});
	return {
		orientation: "horizontal",
		...canvas,
		width: Math.ceil(Math.max(courseWidth, beside.width) + 2 * margin.x),
		height: Math.ceil(Math.max(courseBottom, beside.bottom) + margin.bottom),
	};
}

type Point = { x: number; y: number };

function drawCourse(canvas: Canvas, rows: Row[]): number {
	let bottom = margin.top;
	let before: Point | undefined;
	let named: Line | undefined;
	for (const row of rows) {
		const top = before ? bottom + rowGap : bottom;
		const y = top + headingHeight + row.box.above;
		if (before) drawTurn(canvas, { from: before, top, y, phase: row.phases[0] });
		row.phases.forEach((phase, index) => {
			const x = margin.x + (row.box.items[index]?.x ?? 0);
			if (phase !== named) drawHeading(canvas, phase, { x: x + 8, y: top + 20 });
			named = phase;
			const belongs = phase.phase ? { phase: phase.phase } : {};
			drawStrip(canvas, row.box, { x: margin.x, y, only: index, begins: !before, belongs });
		});
		before = { x: margin.x + endOf(row.box), y };
		bottom = y + row.box.below;
	}
	return bottom;
}

function endOf({ items, strip }: StripBox): number {
	const last = items[strip.main.at(-1) ?? -1];
	return last ? ends(last).leaves : 0;
}

function drawHeading(canvas: Canvas, line: Line, { x, y }: Point): void {
	addText(canvas, {
		id: `phase-${line.id}`,
		kind: "phase",
		lines: [line.title],
		...(line.phase ? { phase: line.phase } : {}),
		x,
		y,
	});
}

type Turn = { from: Point; top: number; y: number; phase: Line | undefined };

/** The way from the end of a row to the beginning of the next. */
function drawTurn(canvas: Canvas, { from, top, y, phase }: Turn): void {
	const right = from.x + 78;
	const left = margin.x - 18;
	const between = top - rowGap / 2 + 10;
	addPath(canvas, {
		kind: "link",
		...(phase?.phase ? { phase: phase.phase } : {}),
		d: path`M${from.x},${from.y}H${right - 12}q12,0 12,12V${between - 12}q0,12 -12,12H${left + 12}q-12,0 -12,12V${y - 12}q0,12 12,12H${margin.x}`,
	});
}

type Below = { lines: Line[]; names: Names; top: number; most: number };

/** Interruptions as loops that leave the course and come back to it, side by side where they fit. */
function drawInterruptions(canvas: Canvas, { lines, names, top, most }: Below) {
	const at = { x: 0, y: top, rowHeight: 0, width: 0 };
	for (const line of lines) {
		const box = measureStrip(stripOf(line, line.items, names), names);
		const block = box.width + 2 * loop;
		if (at.x > 0 && at.x + block > most) {
			at.x = 0;
			at.y += at.rowHeight + blockGap;
			at.rowHeight = 0;
		}
		const height = drawLoop(canvas, { line, box, x: margin.x + at.x, y: at.y });
		at.rowHeight = Math.max(at.rowHeight, height);
		at.width = Math.max(at.width, at.x + block);
		at.x += block + 32;
	}
	return { width: at.width, bottom: at.y + at.rowHeight };
}

type Loop = Point & { line: Line; box: StripBox };

function drawLoop(canvas: Canvas, { line, box, x, y }: Loop): number {
	const belongs = { interruption: line.id };
	const width = box.width + 2 * loop;
	const about = wrapText(line.about ?? "", width - 8, "small");
	const heading = { ...belongs, kind: "interruption" as const, letter: line.letter ?? "" };
	addText(canvas, { ...heading, id: line.id, lines: [line.title], x, y: y + 15 });
	addText(canvas, {
		...belongs,
		id: `about-${line.id}`,
		kind: "about",
		lines: about,
		x,
		y: y + 39,
	});

	const course = y + 36 + about.length * textSizes.small.leading + 8;
	const axis = course + 12 + box.above;
	drawCourseAbove(canvas, line, { x, y: course, width });
	addPath(canvas, {
		...belongs,
		kind: "line",
		d: path`M${x + 12},${course}V${axis - 12}q0,12 12,12H${x + loop}`,
	});
	if (box.strip.goesOn) {
		const right = x + width - 12;
		addPath(canvas, {
			...belongs,
			kind: "line",
			d: path`M${right - loop + 12},${axis}H${right - 12}q12,0 12,-12V${course + 4}`,
		});
		addPath(canvas, { ...belongs, kind: "arrow", d: arrowhead(right, course + 3, "up") });
	}
	drawStrip(canvas, box, { x: x + loop, y: axis, belongs });
	return axis + box.below - y;
}

/** The course, whatever it is doing, as a dotted line; two bars where its clocks pause. */
function drawCourseAbove(canvas: Canvas, line: Line, at: Point & { width: number }): void {
	const belongs = { interruption: line.id };
	const { x, y, width } = at;
	addPath(canvas, { ...belongs, kind: "beside", d: path`M${x},${y}H${x + width}` });
	if (line.clocks !== "pause") return;
	const middle = x + width / 2;
	const d = path`M${middle - 4},${y - 7}v14M${middle + 4},${y - 7}v14`;
	addPath(canvas, { ...belongs, kind: "pause", d });
}
