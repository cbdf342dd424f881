import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { buildModel } from "./build-model.ts";
import { dormantTracks } from "./dormant.ts";
import { leadsOf } from "./elsewhere.ts";
import { type Exploration, explore, mostMoves } from "./explore.ts";
import { type Macro, type Shape, shapeOf } from "./inert.ts";
import type { Model } from "./model.ts";
import { leading, relevantTops } from "./relevant.ts";

/** What is known of a protocol: for each process, what may happen around it. */
export type Analysis = { model: Model; around(process: number): Exploration; all(): Exploration[] };

/** Looks at each process in turn, and only as far as the others can be seen from it. */
export function analyse(compiled: CompiledProtocol): Analysis {
	const model = buildModel(compiled);
	const allowance = { moves: mostMoves };
	const shapes = new Map<string, Shape>();
	const shape = (process: number, restIsSeen: boolean) => {
		const key = `${process}:${restIsSeen}`;
		const known = shapes.get(key) ?? shapeOf(model, process, restIsSeen);
		shapes.set(key, known);
		return known;
	};
	const explorations = new Map<number, Exploration>();
	const around = (focus: number): Exploration => {
		const known = explorations.get(focus);
		if (known) return known;
		const top = model.processes[focus]?.top ?? model.course;
		const seenFrom = (process: number) => shape(process, process === top);
		const tops = relevantTops(model, top);
		const aside = tops.has(model.course) ? leading(model).filter((other) => !tops.has(other)) : [];
		const elsewhere = [...new Set(aside)].flatMap(leadsOnce);
		const explored = explore(
			{ ...model, dormant: dormantTracks(model, focus, seenFrom) },
			{ focus, tops, shapeOf: seenFrom, elsewhere, allowance },
		);
		explorations.set(focus, explored);
		return explored;
	};
	const leads = new Map<number, Macro[]>();
	const leadsOnce = (top: number): Macro[] => {
		const known = leads.get(top) ?? leadsOf(model, top, around);
		leads.set(top, known);
		return known;
	};
	return { model, around, all: () => model.processes.map((_, index) => around(index)) };
}
