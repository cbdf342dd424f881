import type { Model } from "./model.ts";

/**
 * The regions that can matter to one of them: those that leave what it reads, and for the course
 * the interruptions that remember something and may lead it elsewhere. The others are left aside.
 */
export function relevantTops(model: Model, top: number): Set<number> {
	const tops = new Set([top]);
	for (const one of tops) {
		const left = [...read(model, one)].flatMap((slot) => writers(model, slot));
		const away = one === model.course ? leading(model) : [];
		for (const other of left) tops.add(other);
		for (const other of away.filter((each) => model.remembering.has(each))) tops.add(other);
	}
	return tops;
}

function read({ processes }: Model, top: number): Set<number> {
	const own = processes.filter((process) => process.top === top);
	return new Set(
		own.flatMap(({ nodes }) =>
			nodes.flatMap(({ edges }) => edges.flatMap(({ guards }) => guards.map(({ slot }) => slot))),
		),
	);
}

function writers({ processes, slots }: Model, slot: number): number[] {
	const isRounds = slots[slot]?.kind === "rounds";
	return processes.flatMap(({ top, nodes }) => {
		const writes = nodes.some(
			({ edges, flag, counter, group }) =>
				flag === slot ||
				counter === slot ||
				group?.flags.includes(slot) ||
				edges.some((edge) => (isRounds && edge.resets) || edge.writes.some((w) => w.slot === slot)),
		);
		return writes ? [top] : [];
	});
}

/** The interruptions that may lead the course elsewhere. */
export function leading({ processes }: Model): number[] {
	return processes.flatMap(({ top, nodes }) =>
		nodes.some(({ edges }) => edges.some(({ leads }) => leads)) ? [top] : [],
	);
}
