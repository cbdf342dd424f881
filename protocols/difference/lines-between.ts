import { canonicalJson } from "#protocols/language/canonical.ts";
import type { DifferenceLine } from "./difference.ts";
import { movedAmong } from "./moved-among.ts";
import type { Facet, Item, Order, Part } from "./part.ts";
import { saidList, toldApart } from "./words.ts";

/** What two versions say otherwise of one part, its place set aside. */
export function linesBetween(before: Part, after: Part): DifferenceLine[] {
	return [
		...facetLines(before.facets, after.facets, ""),
		...itemLines(before.items, after.items),
		...orderLines(before.orders, after.orders),
	];
}

function facetLines(before: Facet[], after: Facet[], within: string): DifferenceLine[] {
	const was = new Map(before.map((facet) => [facet.name, facet]));
	const is = new Map(after.map((facet) => [facet.name, facet]));
	return [...new Set([...is.keys(), ...was.keys()])].flatMap((name) => {
		const line = facetLine(was.get(name), is.get(name));
		return line ? [{ ...line, facet: `${within}${name}` }] : [];
	});
}

function facetLine(was: Facet | undefined, is: Facet | undefined): DifferenceLine | undefined {
	const one = is ?? was;
	if (!one) return undefined;
	const { name: facet, label, written } = one;
	const told = { facet, label, ...(written ? { written } : {}) };
	if (!was) return { ...told, change: "added", after: one.said };
	if (!is) return { ...told, change: "removed", before: one.said };
	const [from, to] = [canonicalJson(was.value), canonicalJson(is.value)];
	if (from === to) return undefined;
	return {
		...told,
		change: "changed",
		before: toldApart(was.said, is.said, from),
		after: toldApart(is.said, was.said, to),
	};
}

function itemLines(before: Item[], after: Item[]): DifferenceLine[] {
	const was = new Map(before.map((item) => [item.key, item]));
	const is = new Map(after.map((item) => [item.key, item]));
	return [
		...after.flatMap((item) => {
			const former = was.get(item.key);
			if (former) return facetLines(former.facets, item.facets, `${item.key}/`);
			const { key: facet, label, summary } = item;
			return [{ change: "added" as const, facet, label, after: summary }];
		}),
		...before
			.filter(({ key }) => !is.has(key))
			.map(({ key: facet, label, summary }) => {
				return { change: "removed" as const, facet, label, before: summary };
			}),
	];
}

/** Of what has an order of its own without being a part, such as the outcomes of a step. */
function orderLines(before: Order[], after: Order[]): DifferenceLine[] {
	return after.flatMap((order) => {
		const former = before.find(({ name }) => name === order.name);
		const { name, label } = order;
		if (!former || !label) return [];
		if (movedAmong(idsOf(former), idsOf(order)).length === 0) return [];
		const [was, is] = [saidShared(former, order), saidShared(order, former)];
		return [
			{
				change: "moved" as const,
				facet: `${name}/order`,
				label,
				before: toldApart(was, is, idsOf(former).join(", ")),
				after: toldApart(is, was, idsOf(order).join(", ")),
			},
		];
	});
}

function idsOf({ entries }: Order): string[] {
	return entries.map(({ id }) => id);
}

function saidShared(order: Order, other: Order) {
	const known = new Set(idsOf(other));
	return saidList(order.entries.filter(({ id }) => known.has(id)).map(({ said }) => said));
}
