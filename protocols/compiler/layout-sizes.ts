import type { Fork, Line, Station } from "./drawing.ts";
import { type Chip, type Jump, type Names, type Strip, stripOf } from "./layout-strip.ts";
import { textSizes, textWidth, wrapText } from "./layout-text.ts";

/** Measures of the drawing that lies across the page, in drawing units (one is a CSS pixel at full size). */
export const across = {
	column: 115,
	label: 107,
	radius: 13,
	/** From the axis of a station to the top of its label. */
	labelGap: 33,
	/** How far below the line a siding stands. */
	siding: 46,
	/** Where a group parts and meets. */
	fork: 30,
	trackGap: 12,
	panelPadding: 12,
	jumpStep: 8,
	chip: { height: 17, gap: 4, rowHeight: 21 },
} as const;

/** Room that something needs around the axis of its line. */
export type Box = { width: number; above: number; below: number };

export type StationBox = Box & {
	type: "station";
	item: Station;
	title: string[];
	small: string[];
	chips: { chip: Chip; width: number }[][];
	/** How far below the line it stands: 0 on the line. */
	drop: number;
};

export type TrackBox = { strip: StripBox; titleLines: string[]; offset: number };
export type ForkBox = Box & {
	type: "fork";
	item: Fork;
	titleLines: string[];
	/** The height of the group's own title. */
	header: number;
	tracks: TrackBox[];
};

/** A strip with the place of each item on it, and the height of each arc. */
export type StripBox = Box & {
	strip: Strip;
	items: ((StationBox | ForkBox) & { x: number })[];
	arcs: (Jump & { height: number })[];
};

/** Measures a stretch of line and everything inside it. */
export function measureStrip(strip: Strip, names: Names): StripBox {
	const sidings = new Set(strip.sidings.map(({ at }) => at));
	let width = 0;
	const items = strip.items.map((item, index) => {
		const box =
			item.type === "fork"
				? measureFork(item, names)
				: measureStation(item, strip.chips.get(item.id) ?? [], sidings.has(index));
		const placed = { ...box, x: width };
		width += box.width;
		return placed;
	});
	const arcs = arcsOver(items, strip.jumps);
	return {
		strip,
		items,
		arcs,
		width,
		above: Math.max(
			24,
			...items.map(({ above }) => above),
			...arcs.map(({ height }) => height + 6),
		),
		below: Math.max(24, ...items.map(({ below }) => below)),
	};
}

/** The room under a station for its words and its signs. */
export function labelHeight({
	title,
	small,
	chips,
}: Pick<StationBox, "title" | "small" | "chips">) {
	return (
		title.length * textSizes.title.leading +
		small.length * textSizes.small.leading +
		chips.length * across.chip.rowHeight
	);
}

function measureStation(item: Station, chips: Chip[], aside: boolean): StationBox {
	const drop = aside ? across.siding : 0;
	const words = {
		title: wrapText(item.title, across.label, "title"),
		small: [item.role, item.delay].flatMap((line) => wrapText(line, across.label, "small")),
		chips: chipRows(chips, across.label),
	};
	return {
		type: "station",
		item,
		...words,
		drop,
		width: across.column,
		above: across.radius + 7,
		below: drop + across.labelGap - 12 + labelHeight(words) + 6,
	};
}

/** Chips in rows of at most a width. */
export function chipRows(chips: Chip[], most: number): { chip: Chip; width: number }[][] {
	const rows: { chip: Chip; width: number }[][] = [];
	let taken = Number.POSITIVE_INFINITY;
	for (const chip of chips) {
		const width = 20 + (chip.text === "" ? 0 : textWidth(chip.text, "small") + 5);
		if (taken + width > most) {
			rows.push([]);
			taken = 0;
		}
		rows.at(-1)?.push({ chip, width });
		taken += width + across.chip.gap;
	}
	return rows;
}

function measureFork(item: Fork, names: Names): ForkBox {
	const strips = item.tracks.map((track) =>
		measureStrip(stripOf(track, track.items, names), names),
	);
	const inner = Math.max(
		...strips.map(({ width }) => width),
		...item.tracks.map((track) => Math.min(240, textWidth(track.title, "group") + 16)),
	);
	const width = inner + 2 * across.fork;
	const titleLines = wrapText(item.title, width - 24, "group");
	const header = titleLines.length * textSizes.group.leading + 10;
	const tracks = placeTracks(item.tracks, strips, inner);
	const first = tracks[0];
	const last = tracks.at(-1);
	return {
		type: "fork",
		item,
		titleLines,
		header,
		tracks,
		width,
		above: (first ? headroom(first) : 0) + header,
		below: last ? last.offset + last.strip.below + across.panelPadding : 0,
	};
}

function placeTracks(lines: Line[], strips: StripBox[], inner: number): TrackBox[] {
	const tracks: TrackBox[] = [];
	lines.forEach((line, index) => {
		const strip = strips[index];
		if (!strip) return;
		const track = { strip, titleLines: wrapText(line.title, inner - 8, "group"), offset: 0 };
		const before = tracks.at(-1);
		if (before) {
			track.offset = before.offset + before.strip.below + across.trackGap + headroom(track);
		}
		tracks.push(track);
	});
	return tracks;
}

/** What a track needs above its axis: its arcs, and its title over them. */
function headroom({ strip, titleLines }: Pick<TrackBox, "strip" | "titleLines">): number {
	return strip.above + titleLines.length * textSizes.group.leading + 4;
}

/** Gives each arc its own height: the short ones low, none through what it passes over. */
function arcsOver(items: Box[], jumps: Jump[]): (Jump & { height: number })[] {
	const span = ({ from, to }: Jump) => [Math.min(from, to), Math.max(from, to)] as const;
	const arcs: (Jump & { height: number })[] = [];
	const length = (jump: Jump) => Math.abs(jump.to - jump.from);
	for (const jump of [...jumps].sort((one, other) => length(one) - length(other))) {
		const [start, end] = span(jump);
		const under = items.slice(start, end + 1).map(({ above }) => above);
		const crossed = arcs
			.filter((arc) => span(arc)[0] < end && span(arc)[1] > start)
			.map(({ height }) => height);
		arcs.push({ ...jump, height: Math.max(...under, ...crossed) + across.jumpStep });
	}
	return arcs;
}
