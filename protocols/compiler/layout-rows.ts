import type { Drawing, Line } from "./drawing.ts";
import { measureStrip, type StripBox } from "./layout-sizes.ts";
import { type Names, stripOf } from "./layout-strip.ts";

/** A row of the course, and the phase of each item on it. */
export type Row = { box: StripBox; phases: Line[] };

type Item = { item: Line["items"][number]; phase: Line };

/** The phases one behind the other, broken into rows: between phases where that is enough. */
export function courseRows(drawing: Drawing, names: Names, most: number): Row[] {
	const items = drawing.phases.flatMap((phase) => phase.items.map((item) => ({ item, phase })));
	const parts = items.map(({ item }) => item);
	const course: Line = { kind: "phase", id: "course", title: drawing.title, items: parts };
	const whole = measureStrip(stripOf(course, parts, names), names);
	return rowsOf(items, whole, most).map(([start, end]) => ({
		box: measureStrip(stripOf(course, parts.slice(start, end), names, parts), names),
		phases: items.slice(start, end).map(({ phase }) => phase),
	}));
}

function rowsOf(items: Item[], whole: StripBox, most: number): [number, number][] {
	const rows: [number, number][] = [];
	let start = 0;
	while (start < items.length) {
		const end = rowEnd(items, whole, start, most);
		rows.push([start, end]);
		start = end;
	}
	return rows;
}

/** As many whole phases as fit; a phase that fits in no row is broken between its items. */
function rowEnd(items: Item[], whole: StripBox, start: number, most: number): number {
	const left = whole.items[start]?.x ?? 0;
	let fits = start + 1;
	let phases = 0;
	for (let end = start + 1; end <= items.length; end += 1) {
		const last = whole.items[end - 1];
		if (!last || last.x + last.width - left > most) break;
		fits = end;
		if (items[end]?.phase !== items[end - 1]?.phase) phases = end;
	}
	return phases > start ? phases : fits;
}
