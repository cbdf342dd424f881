import type { Box, Point } from "./layout.ts";

type Wish = {
	/** Spreads arrows that run side by side. */
	index: number;
	/** From the bottom of a boundary event, beside the course. */
	leavesBelow?: boolean;
};

/**
 * A way in right angles: straight to a neighbour on the right; otherwise up into the channel above
 * the row that it leads to, along it, and down again.
 */
export function route(from: Box, to: Box, { index, leavesBelow = false }: Wish): Point[] {
	const start = { x: from.x + from.width, y: from.y + from.height / 2 };
	const end = { x: to.x, y: to.y + to.height / 2 };
	if (leavesBelow) {
		const below = { x: from.x + from.width / 2, y: from.y + from.height };
		return [below, { x: below.x, y: end.y }, end];
	}
	const spread = (index % 6) * 5;
	const isNear = end.x > start.x && end.x - start.x < 130;
	if (isNear && start.y === end.y) return [start, end];
	if (isNear) {
		const turn = Math.round((start.x + end.x) / 2);
		return [start, { x: turn, y: start.y }, { x: turn, y: end.y }, end];
	}
	const leaves = start.x + 12 + spread / 2;
	const arrives = end.x - 14 - spread / 2;
	const along = to.y + to.height / 2 - 40 - 8 - spread;
	return [
		start,
		{ x: leaves, y: start.y },
		{ x: leaves, y: along },
		{ x: arrives, y: along },
		{ x: arrives, y: end.y },
		end,
	];
}
