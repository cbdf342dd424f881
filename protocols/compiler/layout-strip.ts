import type { Destination, Drawing, Fork, Line, Move, Station } from "./drawing.ts";

/** A short sign under a station for a move that the drawing does not draw as a path. */
export type Chip = { kind: "again" | "to" | "opens" | "end"; text: string };

/** A move between two items of one strip that is not the line itself. */
export type Jump = { from: number; to: number };

/** A way off the line to a siding and back; either end may be missing, either may be walked back. */
export type Siding = { at: number; in: boolean; back: boolean; out: boolean };

/** A stretch of line that is drawn in one piece, with what happens along it. */
export type Strip = {
	line: Line;
	items: Line["items"];
	/** The items that stand on the line itself, in order; the others are sidings. */
	main: number[];
	sidings: Siding[];
	jumps: Jump[];
	/** By step. */
	chips: ReadonlyMap<string, Chip[]>;
	/** Whether the line goes on past its last item. */
	goesOn: boolean;
};

/** How a drawing names a destination in few letters: "9", "12–30", "A". */
export type Names = ReadonlyMap<string, string>;

/** The short names of every step, group and interruption. */
export function shortNames(drawing: Drawing): Names {
	const names = new Map<string, string>();
	const visit = (line: Line) => {
		if (line.letter) names.set(line.id, line.letter);
		for (const item of line.items) {
			if (item.type === "station") names.set(item.id, String(item.number));
			else {
				names.set(item.id, `${item.first}–${item.last}`);
				item.tracks.forEach(visit);
			}
		}
	};
	[...drawing.phases, ...drawing.interruptions].forEach(visit);
	return names;
}

/** Says what is line, siding, jump or sign in a stretch of items. */
export function stripOf(line: Line, items: Line["items"], names: Names, whole = items): Strip {
	const standing = mainLine(line, whole);
	const main = items.flatMap((item, index) => (standing.has(item.id) ? [index] : []));
	const sidings = items.flatMap((_, index) =>
		main.includes(index) ? [] : [sidingAt(items, main, index)],
	);
	const strip = { line, items, main, sidings };
	const jumps = jumpsOf(strip);
	const last = items[main.at(-1) ?? 0];
	return {
		...strip,
		jumps,
		chips: chipsOf(strip, jumps, names),
		goesOn: last !== undefined && mayLeave(line, last),
	};
}

/**
 * The line itself: the longest way from the first item through forward moves, such that the last
 * one may leave. Every piece of it is a move that people can make.
 */
function mainLine(line: Line, items: Line["items"]): ReadonlySet<string> {
	const ways: Way[] = [];
	for (let at = items.length - 1; at >= 0; at -= 1) ways[at] = bestWay(line, items, ways, at);
	const standing = new Set<string>();
	for (let at = 0; at >= 0; at = ways[at]?.next ?? -1) {
		const item = items[at];
		if (item) standing.add(item.id);
	}
	return standing;
}

/** The best way from an item to where it leaves, when those after it are known. */
function bestWay(line: Line, items: Line["items"], ways: Way[], at: number): Way {
	const item = items[at];
	let best: Way = { leaves: item !== undefined && mayLeave(line, item), length: 1, next: -1 };
	for (const next of forward(items, at)) {
		const onward = ways[next];
		const way = onward && { leaves: onward.leaves, length: onward.length + 1, next };
		if (way && isBetter(way, best)) best = way;
	}
	return best;
}

type Way = { leaves: boolean; length: number; next: number };

function isBetter(one: Way, other: Way): boolean {
	return one.leaves === other.leaves ? one.length > other.length : one.leaves;
}

const leaving = ["end", "over", "closed"];

function mayLeave(line: Line, item: Station | Fork): boolean {
	const destinations = item.type === "fork" ? [item.to] : item.moves.map(({ to }) => to);
	return destinations.some(
		({ at, id }) => leaving.includes(at) && (at === "closed" || id === line.id),
	);
}

/** The items after `at` to which it leads, the nearest first. */
function forward(items: Line["items"], at: number): number[] {
	return targets(items, at)
		.filter((index) => index > at)
		.sort((one, other) => one - other);
}

function targets(items: Line["items"], at: number): number[] {
	const item = items[at];
	const destinations = item ? destinationsOf(item) : [];
	return items.flatMap(({ id }, index) => (destinations.some((to) => to.id === id) ? [index] : []));
}

function destinationsOf(item: Station | Fork): Destination[] {
	if (item.type === "station") return item.moves.map(({ to }) => to);
	return [item.to];
}

function sidingAt(items: Line["items"], main: number[], at: number): Siding {
	const before = main.findLast((index) => index < at) ?? -1;
	const after = main.find((index) => index > at) ?? -1;
	return {
		at,
		in: targets(items, before).includes(at),
		back: before >= 0 && targets(items, at).includes(before),
		out: after >= 0 && targets(items, at).includes(after),
	};
}

type Parts = Pick<Strip, "line" | "items" | "main" | "sidings">;

/** Whether the line or a siding's way already shows the move from one item to another. */
function isDrawn({ main, sidings }: Parts, from: number, to: number): boolean {
	const place = main.indexOf(from);
	if (place >= 0 && main[place + 1] === to) return true;
	const before = (at: number) => main.findLast((index) => index < at);
	const after = (at: number) => main.find((index) => index > at);
	return sidings.some((siding) => {
		if (siding.at === to) return siding.in && before(to) === from;
		if (siding.at !== from) return false;
		return (siding.back && before(from) === to) || (siding.out && after(from) === to);
	});
}

/** Arcs join items that both stand on the line; what starts or ends at a siding is a sign. */
function jumpsOf(parts: Parts): Jump[] {
	return parts.main.flatMap((from) =>
		targets(parts.items, from)
			.filter((to) => to !== from && parts.main.includes(to) && !isDrawn(parts, from, to))
			.map((to) => ({ from, to })),
	);
}

function chipsOf(parts: Parts, jumps: Jump[], names: Names): ReadonlyMap<string, Chip[]> {
	const last = parts.items[parts.main.at(-1) ?? -1]?.id;
	const chips = new Map<string, Chip[]>();
	parts.items.forEach((item, from) => {
		if (item.type === "fork") return;
		const shown = (to: Destination) => {
			const index = parts.items.findIndex(({ id }) => id === to.id);
			if (index < 0) return false;
			return isDrawn(parts, from, index) || jumps.some((j) => j.from === from && j.to === index);
		};
		const own = item.moves.flatMap((move) => [
			...(shown(move.to) ? [] : chipFor(item, move, { names, isLast: item.id === last })),
			...(move.raises ? [{ kind: "opens" as const, text: names.get(move.raises) ?? "" }] : []),
		]);
		if (own.length > 0) chips.set(item.id, withoutTwins(own));
	});
	return chips;
}

type Showing = { names: Names; isLast: boolean };

function chipFor(station: Station, { to }: Move, { names, isLast }: Showing): Chip[] {
	const name = names.get(to.leads ?? to.id) ?? "";
	if (to.id === station.id) {
		return [{ kind: "again", text: station.rounds ? `×${station.rounds}` : "" }];
	}
	if (to.leads || to.at === "step" || to.at === "group") return [{ kind: "to", text: name }];
	return isLast || to.at === "closed" ? [] : [{ kind: "end", text: "" }];
}

/** The signs under a station where no arc is drawn: its jumps are signs too. */
export function allChips({ items, chips, jumps }: Strip, index: number, names: Names): Chip[] {
	const item = items[index];
	const jumping = jumps
		.filter(({ from }) => from === index)
		.map(({ to }) => ({ kind: "to" as const, text: names.get(items[to]?.id ?? "") ?? "" }));
	return item ? withoutTwins([...jumping, ...(chips.get(item.id) ?? [])]) : [];
}

const chipOrder: Chip["kind"][] = ["again", "to", "opens", "end"];

function withoutTwins(chips: Chip[]): Chip[] {
	const seen = new Map(chips.map((chip) => [`${chip.kind} ${chip.text}`, chip]));
	return [...seen.values()].sort(
		(one, other) => chipOrder.indexOf(one.kind) - chipOrder.indexOf(other.kind),
	);
}
