import type { Fork, Line, Station } from "./drawing.ts";
import type { Belonging } from "./layout.ts";
import { addPath, addStation, addText, type Canvas, path } from "./layout-canvas.ts";
import { chipRows } from "./layout-sizes.ts";
import { allChips, type Names, type Strip, stripOf } from "./layout-strip.ts";
import { type TextSize, textSizes, textWidth, wrapText } from "./layout-text.ts";

/** Measures of the drawing that runs down a phone. */
export const down = {
	lane: 18,
	first: 20,
	toLabel: 28,
	row: 16,
	turn: 9,
	chip: 21,
	edge: 4,
} as const;

/** What the drawing down a phone keeps in hand: how far it has come, and what it knows. */
export type Work = { canvas: Canvas; names: Names; width: number; y: number };

/** Where a stretch stands: its own lane, and the rightmost lane beside it. */
export type Lane = { x: number; right: number; belongs: Belonging };

/** How many lanes a line needs: one, one more for sidings, more where it divides. */
function lanesOf(line: Line, names: Names): number {
	const strip = stripOf(line, line.items, names);
	const forks = line.items.filter((item) => item.type === "fork");
	const inside = forks.map((fork) => lanesOfFork(fork, names));
	return Math.max(strip.sidings.length > 0 ? 2 : 1, ...inside);
}

function lanesOfFork(fork: Fork, names: Names): number {
	return fork.tracks.reduce((sum, track) => sum + lanesOf(track, names), 0);
}

/** The room that the sidings of a strip take beside it. */
export function sidingLane(strip: Strip): number {
	return strip.sidings.length > 0 ? down.lane : 0;
}

/** Draws a whole strip down a lane; says where its last piece ends. */
export function drawStrip(work: Work, strip: Strip, lane: Lane, from: number | undefined): number {
	let at = from;
	for (const index of strip.items.keys()) at = drawItem(work, strip, { index, lane, from: at });
	return at ?? work.y;
}

type Indexed = { index: number; lane: Lane; from: number | undefined };

/** Draws one item and the line to it; says where the line has come. */
export function drawItem(
	work: Work,
	strip: Strip,
	{ index, lane, from }: Indexed,
): number | undefined {
	const item = strip.items[index];
	if (!item) return from;
	if (item.type === "fork") return drawFork(work, item, lane, from);

	const siding = strip.sidings.find(({ at }) => at === index);
	const x = siding ? lane.x + down.lane : lane.x;
	const y = work.y + down.row;
	const chips = allChips(strip, index, work.names);
	drawStation(work, { item, x, y, chips: chipRows(chips, work.width - lane.right - 40), lane });
	if (!siding) return drawLine(work, lane, from, y);

	const turn = down.lane / 2;
	const ways = [
		...(siding.in || siding.back
			? [path`M${lane.x},${y - turn * 2}q0,${turn} ${turn},${turn}t${turn},${turn}`]
			: []),
		...(siding.out ? [path`M${x},${y}q0,${turn} ${-turn},${turn}t${-turn},${turn}`] : []),
	];
	for (const d of ways) addPath(work.canvas, { ...lane.belongs, kind: "siding", d });
	return from;
}

function drawLine({ canvas }: Work, { x, belongs }: Lane, from: number | undefined, to: number) {
	if (from !== undefined) {
		addPath(canvas, { ...belongs, kind: "line", d: path`M${x},${from}V${to}` });
	}
	return to;
}

type Standing = {
	item: Station;
	x: number;
	y: number;
	chips: ReturnType<typeof chipRows>;
	lane: Lane;
};

function drawStation(work: Work, { item, x, y, chips, lane }: Standing): void {
	const left = lane.right + down.toLabel;
	const room = work.width - left - down.edge;
	const title = wrapText(item.title, room, "titleDown");
	const small = roleAndDelay(item, room);
	const words =
		title.length * textSizes.titleDown.leading + small.length * textSizes.smallDown.leading;
	const top = y + 5;
	addStation(work.canvas, {
		...lane.belongs,
		id: item.id,
		number: item.number,
		kind: item.kind,
		x,
		y,
		title,
		small,
		label: { x: left, y: top, anchor: "start" },
		chips: chips.flatMap((row, index) => {
			let at = left;
			return row.map(({ chip, width }) => {
				const placed = { ...chip, x: at, y: top + words - 10 + index * down.chip, width };
				at += width + 4;
				return placed;
			});
		}),
	});
	work.y = top + words + chips.length * down.chip;
}

/** "CRIP · 2 jours ouvrés", on one line where it fits. */
function roleAndDelay({ role, delay }: Station, room: number): string[] {
	const together = `${role} · ${delay}`;
	if (textWidth(together, "smallDown") <= room) return [together];
	return [role, delay].flatMap((line) => wrapText(line, room, "smallDown"));
}

type Words = {
	id: string;
	kind: "phase" | "group" | "track" | "about";
	text: string;
	size: TextSize;
	lane: Lane;
};

/** Writes a title on rows of its own. */
export function drawText(work: Work, { id, kind, text, size, lane }: Words): void {
	const x = lane.right + down.toLabel;
	const lines = wrapText(text, work.width - x - down.edge, size);
	const { leading } = textSizes[size];
	const above = kind === "about" ? 0 : 12;
	addText(work.canvas, { ...lane.belongs, id, kind, lines, x, y: work.y + above + leading - 4 });
	work.y += above + lines.length * leading;
}

/** A group: each track on a lane of its own beside the others, one listed after the other. */
function drawFork(work: Work, fork: Fork, lane: Lane, from: number | undefined): number {
	const lanes = lanesOfFork(fork, work.names);
	const right = Math.max(lane.right, lane.x + (lanes - 1) * down.lane);
	drawText(work, {
		id: fork.id,
		kind: "group",
		text: fork.title,
		size: "groupDown",
		lane: { ...lane, right },
	});
	const parts = work.y - 4;
	drawLine(work, lane, from, parts);
	const ends = fork.tracks.map((track, tint) => {
		const before = fork.tracks
			.slice(0, tint)
			.reduce((sum, one) => sum + lanesOf(one, work.names), 0);
		const phase = track.phase ? { phase: track.phase } : {};
		const belongs = { ...lane.belongs, track: track.id, tint, ...phase };
		const own = { x: lane.x + before * down.lane, right, belongs };
		return drawTrack(work, track, own, { x: lane.x, y: parts });
	});
	const meets = work.y + 2 * down.turn + 4;
	for (const { goesOn, own, last } of ends) {
		if (goesOn)
			addPath(work.canvas, {
				...own.belongs,
				kind: "thin",
				d: meeting(own.x, last, lane.x, meets),
			});
	}
	work.y = meets + 2;
	return meets;
}

type Parting = { x: number; y: number };

function drawTrack(work: Work, track: Line, own: Lane, parting: Parting) {
	drawText(work, { id: track.id, kind: "track", text: track.title, size: "groupDown", lane: own });
	const strip = stripOf(track, track.items, work.names);
	const first = work.y + down.row;
	const start = strip.items[0]?.type === "fork" ? work.y : first;
	addPath(work.canvas, { ...own.belongs, kind: "thin", d: parted(parting, own.x, start) });
	const last = drawStrip(work, strip, own, start);
	return { goesOn: strip.goesOn, own, last };
}

const { turn } = down;

function parted(from: Parting, x: number, to: number): string {
	if (x === from.x) return path`M${x},${from.y}V${to}`;
	return path`M${from.x},${from.y}q0,${turn} ${turn},${turn}H${x - turn}q${turn},0 ${turn},${turn}V${to}`;
}

function meeting(x: number, last: number, home: number, meets: number): string {
	if (x === home) return path`M${x},${last}V${meets}`;
	return path`M${x},${last}V${meets - 2 * turn}q0,${turn} ${-turn},${turn}H${home + turn}q${-turn},0 ${-turn},${turn}`;
}
