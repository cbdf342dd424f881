import { refuse } from "./change.ts";
import type { EditRefusal } from "./refusal.ts";

/** Beside which neighbour something goes; without one, at the end. */
export type Beside = { before?: string | undefined; after?: string | undefined };

/**
 * Puts something into a list, beside a neighbour of its kind.
 *
 * @returns a refusal when the neighbour is not in the list, which then stays as it was
 */
export function insert<Item>(
	list: Item[],
	item: Item,
	{ before, after }: Beside,
	nameOf: (item: Item) => string,
): { refusal: EditRefusal } | undefined {
	const neighbour = before ?? after;
	if (neighbour === undefined) {
		list.push(item);
		return undefined;
	}
	const index = list.findIndex((each) => nameOf(each) === neighbour);
	if (index < 0) return refuse({ code: "neighbour-absent", name: neighbour });
	list.splice(before === undefined ? index + 1 : index, 0, item);
	return undefined;
}

/** Moves something inside its list; a neighbour that is itself leaves it where it is. */
export function reorder<Item>(
	list: Item[],
	item: Item,
	beside: Beside,
	nameOf: (item: Item) => string,
): { refusal: EditRefusal } | undefined {
	if ((beside.before ?? beside.after) === nameOf(item)) return undefined;
	list.splice(list.indexOf(item), 1);
	return insert(list, item, beside, nameOf);
}
