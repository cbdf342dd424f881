import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Line, Move, Station } from "#protocols/compiler/drawing.ts";
import type { Outline, OutlineStep } from "#protocols/compiler/outline.ts";
import type { Language } from "#protocols/language/text.ts";
import type { bpmnWords } from "./bpmn-words.ts";
import { documentStep } from "./document.ts";
import { bpmnIds } from "./ids.ts";
import type { BpmnCell, BpmnFlow, BpmnNode } from "./model.ts";

export type Writing = {
	compiled: CompiledProtocol;
	language: Language;
	outline: Outline;
	words: ReturnType<typeof bpmnWords>;
	steps: ReadonlyMap<string, OutlineStep>;
	/** By track: the gateway where it meets the others. */
	joins: Map<string, string>;
};

/** A step as a task with its delay, the choice that follows, and where each outcome leads. */
export function stepCell(
	writing: Writing,
	station: Station,
	{ line, column }: { line: Line; column: number },
): { cell: BpmnCell; flows: BpmnFlow[] } {
	const step = writing.compiled.places.steps.get(station.id)?.step;
	const task = bpmnIds.task(station.id);
	const choice = bpmnIds.choice(station.id);
	const chooses = station.moves.length > 1;
	const cell: BpmnCell = {
		role: step?.role ?? "",
		column,
		row: [
			{
				id: task,
				kind: step?.handoff ? "sendTask" : "userTask",
				name: station.title,
				documentation: documentStep(writing, station.id),
			},
			...(chooses ? [{ id: choice, kind: "exclusiveGateway" as const }] : []),
		],
		aside: [],
		late: lateNodes(writing, station),
	};
	const late = bpmnIds.late(station.id);
	const flows: BpmnFlow[] = [
		...(chooses ? [{ id: bpmnIds.flow(task, choice), from: task, to: choice }] : []),
		{ id: bpmnIds.flow(late, "end"), from: late, to: bpmnIds.lateEnd(station.id) },
	];
	const from = chooses ? choice : task;
	for (const move of station.moves) {
		addMove(writing, { cell, flows }, { station, line, from, move });
	}
	return { cell, flows };
}

function lateNodes({ compiled, words }: Writing, { id, delay }: Station): BpmnNode[] {
	const step = compiled.places.steps.get(id)?.step;
	if (!step) return [];
	return [
		{
			id: bpmnIds.late(id),
			kind: "boundaryEvent",
			name: delay,
			attachedTo: bpmnIds.task(id),
			after: step.delay,
		},
		{ id: bpmnIds.lateEnd(id), kind: "endEvent", name: words.late },
	];
}

type Made = { cell: BpmnCell; flows: BpmnFlow[] };
type Leaving = { station: Station; line: Line; from: string; move: Move };

function addMove(writing: Writing, { cell, flows }: Made, { station, from, move }: Leaving): void {
	const outcome = writing.steps.get(station.id)?.outcomes.find(({ code }) => code === move.code);
	const label = outcome?.label ?? move.code;
	const name = outcome?.condition ? `${label} (${outcome.condition})` : label;
	const to = destination(writing, { cell, station, move });
	const join = (start: string, end: string, said?: string) => {
		const id = bpmnIds.flow(start, end, move.code);
		flows.push({ id, from: start, to: end, ...(said ? { name: said } : {}) });
	};
	if (!move.raises) {
		join(from, to, name);
		return;
	}
	const raise = bpmnIds.raise(station.id, move.code);
	cell.aside.push({
		id: raise,
		kind: "intermediateThrowEvent",
		name: outcome?.raises?.words ?? move.raises,
		signal: bpmnIds.signal(move.raises),
	});
	join(from, raise, name);
	join(raise, to);
}

/** Where a move leads: a node that is there, or an end that is put beside the step. */
function destination(
	{ words, joins, steps }: Writing,
	{ cell, station, move }: { cell: BpmnCell; station: Station; move: Move },
): string {
	const { at, id, leads } = move.to;
	if (at === "step") return bpmnIds.task(id);
	if (at === "group") return bpmnIds.split(id);
	const join = at === "end" ? joins.get(id) : undefined;
	if (join) return join;

	const end = bpmnIds.end(station.id, move.code);
	const place = leads ? (steps.get(leads)?.title ?? leads) : undefined;
	cell.aside.push({
		id: end,
		kind: "endEvent",
		name: at === "closed" ? words.closed : place ? words.overTo(place) : words.over,
		...(at === "closed" ? { terminates: true as const } : {}),
	});
	return end;
}
