import { type NamedPartKind, spellPart } from "#protocols/editing/part-ref.ts";
import type { DifferenceLine } from "./difference.ts";
import { movedAmong } from "./moved-among.ts";
import type { Order, Part } from "./part.ts";
import { type Said, saidPlace, toldApart, words } from "./words.ts";

/** Which parts a list of parts holds. */
const kindsIn: Readonly<Record<string, NamedPartKind>> = {
	steps: "step",
	groups: "group",
	tracks: "track",
	roles: "role",
	interruptions: "interruption",
};

/** What moved: into another place, or among its neighbours. By the names of the parts that moved. */
export function placeLines(
	was: ReadonlyMap<string, Part>,
	is: ReadonlyMap<string, Part>,
): Map<string, DifferenceLine[]> {
	const lines = new Map<string, DifferenceLine[]>();
	const add = (name: string, line: DifferenceLine) => {
		lines.set(name, [...(lines.get(name) ?? []), line]);
	};
	for (const [name, part] of is) {
		const former = was.get(name);
		if (!former) continue;
		const into = intoAnotherPlace(former, part);
		if (into) add(name, into);
		for (const { child, line } of amongNeighbours(former, part)) add(child, line);
	}
	return lines;
}

function intoAnotherPlace(former: Part, part: Part): DifferenceLine | undefined {
	const [from, to] = [former.within, part.within];
	if (!from || !to || from.id === to.id) return undefined;
	return moved("within", words.within, toldApart(from.said, to.said, from.id), {
		to: toldApart(to.said, from.said, to.id),
	});
}

function amongNeighbours(former: Part, part: Part) {
	return part.orders.flatMap((order) => {
		const kind = kindsIn[order.name];
		const before = former.orders.find(({ name }) => name === order.name);
		if (!kind || !before) return [];
		return movedAmong(idsOf(before), idsOf(order)).map((id) => {
			const [from, to] = [placeIn(before, id), placeIn(order, id)];
			const line = moved("place", words.place, toldApart(from, to, idsOf(before).join(", ")), {
				to: toldApart(to, from, idsOf(order).join(", ")),
			});
			return { child: spellPart({ kind, id }), line };
		});
	});
}

function placeIn({ entries }: Order, id: string): Said {
	const index = entries.findIndex((entry) => entry.id === id);
	return saidPlace(index, entries[index - 1]?.said);
}

function idsOf({ entries }: Order): string[] {
	return entries.map(({ id }) => id);
}

function moved(facet: string, label: Said, before: Said, { to }: { to: Said }): DifferenceLine {
	return { change: "moved", facet, label, before, after: to };
}
