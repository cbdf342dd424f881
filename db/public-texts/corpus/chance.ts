import { repeatableChance } from "#db/seed/chance.ts";

/** Draws that repeat themselves: the same name gives the same corpus. */
export type Draw = {
	/** A whole number from 0 to one less than `below`. */
	number(below: number): number;
	/** One of these. */
	one<Item>(items: readonly Item[]): Item;
	/** As many figures as asked. */
	figures(count: number): string;
	/** Letters that number plates use. */
	letters(count: number): string;
};

export function drawFrom(name: string): Draw {
	const chance = repeatableChance(name);
	const number = (below: number) => {
		const [high = 0, middle = 0, low = 0] = chance.bytes(3);
		return ((high << 16) | (middle << 8) | low) % below;
	};
	const one = <Item>(items: readonly Item[]): Item => {
		const item = items[number(items.length)];
		if (item === undefined) throw new RangeError("Nothing to draw from.");
		return item;
	};
	const signs = (from: string, count: number) =>
		Array.from({ length: count }, () => from[number(from.length)]).join("");
	return {
		number,
		one,
		figures: (count) => signs("0123456789", count),
		letters: (count) => signs("ABCDEFGHJKLMNPQRSTVWXYZ", count),
	};
}
