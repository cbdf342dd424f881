import type { DrawnStation, Orientation } from "#protocols/compiler/layout.ts";

/** A rectangle of the drawing, in its own units. */
export type Box = { x: number; y: number; width: number; height: number };

const looks = {
	horizontal: { around: 20, words: 108, title: 16, small: 14 },
	vertical: { around: 18, words: 230, title: 18.5, small: 17 },
} as const;

/** The room that a station takes with its words and signs. */
export function boxOf(station: DrawnStation, orientation: Orientation): Box {
	const { x, y, label, title, small, chips } = station;
	const look = looks[orientation];
	const wordsLeft = label.anchor === "middle" ? label.x - look.words / 2 : label.x;
	const wordsBottom = label.y + title.length * look.title + small.length * look.small;
	const left = Math.min(x - look.around, wordsLeft, ...chips.map((chip) => chip.x));
	const top = Math.min(y - look.around, label.y - look.title);
	const right = Math.max(
		x + look.around,
		wordsLeft + look.words,
		...chips.map((chip) => chip.x + chip.width),
	);
	const bottom = Math.max(y + look.around, wordsBottom, ...chips.map((chip) => chip.y + 17));
	return { x: left, y: top, width: right - left, height: bottom - top };
}
