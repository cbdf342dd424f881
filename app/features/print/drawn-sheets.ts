import type { Drawing } from "#protocols/compiler/drawing.ts";
import type { DrawnStation, DrawnText, LineGeometry } from "#protocols/compiler/layout.ts";
import { layoutAcross } from "#protocols/compiler/layout-across.ts";

/** One drawing, or a stretch of one, on a sheet of its own. */
export type DrawnSheet = {
	key: string;
	/** The phase that is drawn; empty for what may happen at any moment. */
	title: string;
	/** Where the stretch begins in the drawing. */
	top: number;
	geometry: LineGeometry;
};

/** An A4 sheet that lies across, inside its margins and under a title, in pixels of 1/96 inch. */
const sheet = { width: 1031, height: 590 };
/** Rows at most so wide: on the sheet their letters are 7 points high. */
const rowWidth = 1400;

/** A drawing for each phase, then one for what may happen at any moment, each cut into sheets. */
export function drawnSheets(drawing: Drawing): DrawnSheet[] {
	const draw = (shown: Drawing) => layoutAcross({ whole: drawing, shown, maxWidth: rowWidth });
	const phases = drawing.phases.flatMap((phase) =>
		cut(phase.title, draw({ ...drawing, phases: [phase], interruptions: [] })),
	);
	if (drawing.interruptions.length === 0) return phases;
	return [...phases, ...cut("", draw({ ...drawing, phases: [] }))];
}

/** Cuts a drawing that is higher than a sheet where no station and no text stands. */
export function cut(title: string, geometry: LineGeometry): DrawnSheet[] {
	const most = sheet.height / Math.min(1, sheet.width / geometry.width);
	const taken = [...geometry.stations.map(reachOf), ...geometry.texts.map(reachOfText)];
	const drawn = Math.max(0, ...taken.map(({ to }) => to));
	const sheets: DrawnSheet[] = [];
	for (let top = 0; top < drawn; ) {
		const left = geometry.height - top;
		const wished = top + Math.min(most, (left / Math.ceil(left / most)) * 1.1);
		const found = cutAt(taken, top, wished);
		// What is left under the last words is a line or two, and no sheet of its own.
		const bottom = found >= drawn ? geometry.height : found;
		sheets.push(stretch(title, geometry, { top, bottom }));
		top = bottom;
	}
	return sheets;
}

type Reach = { from: number; to: number };

/** The lowest place to cut, from a wished one upwards; the wished one where nothing is free. */
function cutAt(taken: Reach[], top: number, wished: number): number {
	for (let at = Math.floor(wished); at > top + 100; at -= 4) {
		if (!taken.some(({ from, to }) => from < at && at < to)) return at;
	}
	return wished;
}

function stretch(
	title: string,
	geometry: LineGeometry,
	{ top, bottom }: Record<"top" | "bottom", number>,
) {
	const isHere = ({ from }: Reach) => top <= from + 24 && from + 24 < bottom;
	const stations = geometry.stations.filter((station) => isHere(reachOf(station)));
	const texts = geometry.texts.filter((text) => isHere(reachOfText(text)));
	const here = new Set([...stations, ...texts].map(({ id }) => id));
	return {
		key: `${title} ${top}`,
		title,
		top,
		geometry: {
			...geometry,
			height: bottom - top,
			stations,
			texts,
			order: geometry.order.filter((id) => here.has(id)),
		},
	};
}

/** A station with the arrows above it, its words, and its chips. */
function reachOf({ y, label, title, small, chips }: DrawnStation): Reach {
	const words = label.y + title.length * 16 + small.length * 14;
	return { from: y - 56, to: Math.max(words, ...chips.map((chip) => chip.y + 20)) };
}

/** A title stays with what it names. */
function reachOfText({ y, lines, kind }: DrawnText): Reach {
	const below = kind === "about" ? 0 : 64;
	return { from: y - 24, to: y + lines.length * 20 + below };
}
