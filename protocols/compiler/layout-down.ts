import type { Drawing, Line } from "./drawing.ts";
import type { LineGeometry } from "./layout.ts";
import { addPath, addText, emptyCanvas, path } from "./layout-canvas.ts";
import { shortNames, stripOf } from "./layout-strip.ts";
import { down, drawItem, drawStrip, drawText, sidingLane, type Work } from "./layout-strip-down.ts";
import { wrapText } from "./layout-text.ts";

type Wish = { whole: Drawing; shown: Drawing; width: number };

/** The drawing that runs down a phone: one station a row, tracks as lanes side by side. */
export function layoutDown({ whole, shown, width }: Wish): LineGeometry {
	const work: Work = { canvas: emptyCanvas(), names: shortNames(whole), width, y: 8 };
	drawCourse(work, shown.phases);
	for (const line of shown.interruptions) drawLoop(work, line);
	return { orientation: "vertical", width, height: Math.ceil(work.y + 6), ...work.canvas };
}

function drawCourse(work: Work, phases: Line[]): void {
	const items = phases.flatMap((phase) => phase.items.map((item) => ({ item, phase })));
	const parts = items.map(({ item }) => item);
	const course: Line = { kind: "phase", id: "course", title: "", items: parts };
	const strip = stripOf(course, parts, work.names);
	let from: number | undefined;
	items.forEach(({ phase }, index) => {
		const belongs = phase.phase ? { phase: phase.phase } : {};
		const lane = { x: down.first, right: down.first + sidingLane(strip), belongs };
		if (phase !== items[index - 1]?.phase) {
			const id = `phase-${phase.id}`;
			drawText(work, { id, kind: "phase", text: phase.title, size: "heading", lane });
		}
		from = drawItem(work, strip, { index, lane, from });
	});
}

function drawLoop(work: Work, line: Line): void {
	const belongs = { interruption: line.id };
	const beside = { x: down.first, right: down.first - 18, belongs };
	work.y += 30;
	addText(work.canvas, {
		...belongs,
		id: line.id,
		kind: "interruption",
		letter: line.letter ?? "",
		lines: wrapText(line.title, work.width - 44, "heading"),
		x: down.edge,
		y: work.y + 16,
	});
	work.y += 24;
	const about = { id: `about-${line.id}`, kind: "about", text: line.about ?? "" } as const;
	drawText(work, {
		...about,
		size: "smallDown",
		lane: { ...beside, right: down.edge - down.toLabel },
	});

	work.y += 6;
	const top = work.y;
	const x = down.first + down.lane;
	const strip = stripOf(line, line.items, work.names);
	work.y += 14;
	const last = drawStrip(
		work,
		strip,
		{ x, right: x + sidingLane(strip), belongs },
		top + down.turn * 2,
	);
	addPath(work.canvas, {
		...belongs,
		kind: "line",
		d: path`M${down.first},${top}q0,${down.turn} ${down.turn},${down.turn}t${down.turn},${down.turn}`,
	});
	if (strip.goesOn) {
		const bottom = work.y + 2;
		addPath(work.canvas, {
			...belongs,
			kind: "line",
			d: path`M${x},${last}V${bottom - down.turn * 2}q0,${down.turn} ${-down.turn},${down.turn}t${-down.turn},${down.turn}`,
		});
	}
	work.y += 6;
	addPath(work.canvas, {
		...belongs,
		kind: "beside",
		d: path`M${down.first},${top - 4}V${work.y}`,
	});
	drawPause(work, line, { x: down.first, y: (top + work.y) / 2 });
}

function drawPause({ canvas }: Work, line: Line, { x, y }: { x: number; y: number }): void {
	if (line.clocks !== "pause") return;
	const d = path`M${x - 7},${y - 4}h14M${x - 7},${y + 4}h14`;
	addPath(canvas, { interruption: line.id, kind: "pause", d });
}
