import type { Belonging } from "./layout.ts";
import { addPath, addStation, addText, arrowhead, type Canvas, path } from "./layout-canvas.ts";
import { across, type ForkBox, type StationBox, type StripBox } from "./layout-sizes.ts";
import type { Siding } from "./layout-strip.ts";
import { textSizes } from "./layout-text.ts";

type Place = { x: number; y: number; belongs: Belonging };
type Item = StripBox["items"][number];

/**
 * Draws a strip with its axis at `y`: the line, what stands on it, its sidings and its arcs.
 * With `only`, one item and the way to it: the course changes its phase between items. A strip that
 * `begins` has no line before its first item.
 */
export function drawStrip(canvas: Canvas, box: StripBox, place: StripPlace): void {
	const { only } = place;
	const indices = only === undefined ? box.items.keys() : [only];
	for (const index of indices) {
		drawWay(canvas, box, { ...place, index });
		drawBeside(canvas, box, { ...place, index });
		drawItem(canvas, box, { ...place, index });
	}
}

type StripPlace = Place & { only?: number; begins?: boolean };
type Indexed = StripPlace & { index: number };

function drawBeside(canvas: Canvas, box: StripBox, { x, y, belongs, index }: Indexed): void {
	const left = x + (box.items[index]?.x ?? 0);
	for (const siding of box.strip.sidings) {
		if (siding.at === index) drawSiding(canvas, siding, { x: left, y, belongs });
	}
	for (const arc of box.arcs) {
		if (arc.from === index) drawArc(canvas, box, { ...arc, x, y, belongs });
	}
}

function drawItem(canvas: Canvas, box: StripBox, { x, y, belongs, index }: Indexed): void {
	const item = box.items[index];
	if (!item) return;
	if (item.type === "fork") drawFork(canvas, item, { x: x + item.x, y, belongs });
	else drawStation(canvas, item, { x: x + item.x + item.width / 2, y: y + item.drop, belongs });
}

/** Where the line enters and leaves an item. */
export function ends(item: Item): { enters: number; leaves: number } {
	if (item.type === "fork") return { enters: item.x, leaves: item.x + item.width };
	return { enters: item.x + item.width / 2, leaves: item.x + item.width / 2 };
}

/** The line to an item from the one before it; inside a group also from its beginning and to its end. */
function drawWay(canvas: Canvas, box: StripBox, { x, y, belongs, index, ...strip }: Indexed): void {
	const place = box.strip.main.indexOf(index);
	const item = box.items[index];
	if (place < 0 || !item) return;
	const line = (from: number, to: number) => {
		const d = path`M${x + from},${y}H${x + to}`;
		if (to > from) addPath(canvas, { ...belongs, kind: "line", d });
	};
	const before = box.items[box.strip.main[place - 1] ?? -1];
	const isLast = place === box.strip.main.length - 1;
	if (before) line(ends(before).leaves, ends(item).enters);
	else if (!strip.begins) line(0, ends(item).enters);
	if (isLast && strip.only === undefined && box.strip.goesOn) line(ends(item).leaves, box.width);
}

function drawStation(canvas: Canvas, box: StationBox, { x, y, belongs }: Place): void {
	const top = y + across.labelGap;
	const words = box.title.length * textSizes.title.leading;
	const under = top + words + box.small.length * textSizes.small.leading;
	addStation(canvas, {
		...belongs,
		id: box.item.id,
		number: box.item.number,
		kind: box.item.kind,
		x,
		y,
		title: box.title,
		small: box.small,
		label: { x, y: top, anchor: "middle" },
		chips: box.chips.flatMap((row, index) => {
			const width = row.reduce((sum, chip) => sum + chip.width + across.chip.gap, -across.chip.gap);
			let left = x - width / 2;
			return row.map(({ chip, width }) => {
				const placed = { ...chip, x: left, y: under - 8 + index * across.chip.rowHeight, width };
				left += width + across.chip.gap;
				return placed;
			});
		}),
	});
}

/** The way down from the line to a siding, and up again; arrows where it is walked. */
function drawSiding(canvas: Canvas, siding: Siding, { x, y, belongs }: Place): void {
	const [low, middle] = [y + across.siding, x + across.column / 2];
	const [left, right] = [x - 1, x + across.column + 1];
	const edge = across.radius + 3;
	if (siding.in || siding.back) {
		addPath(canvas, {
			...belongs,
			kind: "siding",
			d: path`M${left - 9},${y}q9,0 9,9V${low - 9}q0,9 9,9H${middle - edge}`,
		});
	}
	if (siding.in) {
		addPath(canvas, { ...belongs, kind: "arrow", d: arrowhead(middle - edge, low, "right") });
	}
	if (siding.back) {
		addPath(canvas, { ...belongs, kind: "arrow", d: arrowhead(left, y + 13, "up") });
	}
	if (siding.out) {
		addPath(canvas, {
			...belongs,
			kind: "siding",
			d: path`M${middle + edge},${low}H${right - 9}q9,0 9,-9V${y + 9}q0,-9 9,-9`,
		});
		addPath(canvas, { ...belongs, kind: "arrow", d: arrowhead(right, y + 13, "up") });
	}
}

type Arc = Place & { from: number; to: number; height: number };

function drawArc(canvas: Canvas, box: StripBox, arc: Arc): void {
	const [from, to] = [box.items[arc.from], box.items[arc.to]];
	if (!from || !to) return;
	const forward = arc.to > arc.from;
	const start = arc.x + arcEnd(from, forward ? 4 : -10);
	const end = arc.x + arcEnd(to, forward ? -4 : 10);
	const high = arc.y - arc.height;
	const turn = Math.min(8, Math.abs(end - start) / 2);
	const across = forward ? turn : -turn;
	const foot = arc.y - arcFoot(to);
	addPath(canvas, {
		...arc.belongs,
		kind: "jump",
		d: path`M${start},${arc.y - arcFoot(from) + 2}V${high + turn}q0,${-turn} ${across},${-turn}H${end - across}q${across},0 ${across},${turn}V${foot}`,
	});
	addPath(canvas, { ...arc.belongs, kind: "arrow", d: arrowhead(end, foot, "down") });
}

function arcEnd(item: Item, aside: number): number {
	if (item.type === "fork") return item.x + across.fork / 2;
	return item.x + item.width / 2 + aside;
}

function arcFoot(item: Item): number {
	return item.type === "fork" ? item.above - 2 : across.radius + 2;
}

function drawFork(canvas: Canvas, box: ForkBox, { x, y, belongs }: Place): void {
	canvas.panels.push({
		id: box.item.id,
		x: x + 2,
		y: y - box.above,
		width: box.width - 4,
		height: box.above + box.below,
	});
	addText(canvas, {
		...belongs,
		id: box.item.id,
		kind: "group",
		lines: box.titleLines,
		x: x + 14,
		y: y - box.above + 19,
	});
	const start = x + across.fork;
	const inner = box.width - 2 * across.fork;
	box.tracks.forEach(({ strip, titleLines, offset }, tint) => {
		const line = strip.strip.line;
		const own = { ...belongs, track: line.id, tint, ...(line.phase ? { phase: line.phase } : {}) };
		const axis = y + offset;
		const height = titleLines.length * textSizes.group.leading;
		addText(canvas, {
			...own,
			id: line.id,
			kind: "track",
			lines: titleLines,
			x: start + 4,
			y: axis - strip.above - height + 10,
		});
		drawBranch(canvas, { x, y, axis, width: box.width, own, strip, inner });
		drawStrip(canvas, strip, { x: start, y: axis, belongs: own });
	});
}

type Branch = {
	x: number;
	y: number;
	axis: number;
	width: number;
	inner: number;
	own: Belonging;
	strip: StripBox;
};

/** From where the group parts to where its track begins; and back, where the track may end. */
function drawBranch(canvas: Canvas, { x, y, axis, width, inner, own, strip }: Branch): void {
	const start = x + across.fork;
	const [parts, meets] = [x + across.fork / 2, x + width - across.fork / 2];
	const end = start + strip.width;
	const turn = 10;
	const out =
		axis === y
			? path`M${x},${y}H${start}`
			: path`M${x},${y}H${parts - turn}q${turn},0 ${turn},${turn}V${axis - turn}q0,${turn} ${turn},${turn}H${start}`;
	addPath(canvas, { ...own, kind: "line", d: out });
	if (!strip.strip.goesOn) return;
	const back =
		axis === y
			? path`M${end},${y}H${start + inner + across.fork}`
			: path`M${end},${axis}H${meets - turn}q${turn},0 ${turn},${-turn}V${y + turn}q0,${-turn} ${turn},${-turn}H${x + width}`;
	addPath(canvas, { ...own, kind: "line", d: back });
}
