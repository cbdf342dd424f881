import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { drawingOf, type Fork, type Line, type Station } from "#protocols/compiler/drawing.ts";
import { outlineOf } from "#protocols/compiler/outline.ts";
import { labelOfRole, stepsOf } from "#protocols/compiler/outline-walk.ts";
import type { Language } from "#protocols/language/text.ts";
import { bpmnWords } from "./bpmn-words.ts";
import { documentProcess } from "./document.ts";
import { bpmnIds } from "./ids.ts";
import type { BpmnCell, BpmnLane, BpmnModel, BpmnNode, BpmnScope } from "./model.ts";
import { stepCell, type Writing } from "./step-cell.ts";

/**
 * A protocol as BPMN sees it: a lane per role, steps as tasks, decisions as gateways, interruptions
 * as event subprocesses that interrupt nothing, actors outside as pools.
 */
export function bpmnModel(compiled: CompiledProtocol, language: Language): BpmnModel {
	const drawing = drawingOf(compiled, language);
	const outline = outlineOf(compiled, language);
	const steps = [...stepsOf([...outline.phases, ...outline.interruptions])];
	const writing: Writing = {
		compiled,
		language,
		outline,
		words: bpmnWords(language),
		steps: new Map(steps.map((step) => [step.id, step])),
		joins: new Map(),
	};
	const process = scopeOf(writing, "course", drawing.phases);
	const beside = drawing.interruptions.map((line) => scopeOf(writing, line.id, [line]));
	const sent = [...compiled.places.steps.values()].flatMap(({ step }) =>
		step.handoff?.mode === "external" ? [{ step: step.id, to: step.handoff.to }] : [],
	);
	return {
		process: {
			...process.scope,
			name: drawing.title,
			documentation: documentProcess(compiled, outline, language),
		},
		beside: beside.map(({ scope }) => scope),
		anyTime: { id: bpmnIds.lane("course", "any_time"), role: "", name: writing.words.anyTime },
		signals: drawing.interruptions.map(({ id, title }) => ({
			id: bpmnIds.signal(id),
			name: title,
		})),
		outside: [...new Set(sent.map(({ to }) => to))].map((role) => ({
			id: bpmnIds.pool(role),
			name: labelOfRole(outline, role),
		})),
		messages: sent.map(({ step, to }) => ({
			id: bpmnIds.message(step),
			from: bpmnIds.task(step),
			to: bpmnIds.pool(to),
			name: writing.steps.get(step)?.handoff?.asks ?? "",
		})),
		phases: process.lines,
	};
}

type Building = Writing & { cells: BpmnCell[]; flows: BpmnScope["flows"] };

type Placed = { id: string; name: string; from: number; to: number };

function scopeOf(writing: Writing, id: string, lines: Line[]) {
	const building: Building = { ...writing, cells: [], flows: [] };
	const [first] = lines;
	const begins = first ? startOf(first) : undefined;
	const placed: Placed[] = [];
	let column = 1;
	for (const line of lines) {
		const from = column;
		column = placeItems(building, line, column);
		placed.push({ id: bpmnIds.phase(line.id), name: line.title, from, to: column - 1 });
	}
	const start = startNode(writing, id, first);
	const role = building.cells.find(({ column: at }) => at === 1)?.role ?? "";
	building.cells.unshift({ role, column: 0, row: [start], aside: [], late: [] });
	if (begins) {
		building.flows.unshift({ id: bpmnIds.flow(start.id, begins), from: start.id, to: begins });
	}
	const scope: BpmnScope = {
		id: id === "course" ? bpmnIds.process() : bpmnIds.beside(id),
		name: first?.title ?? "",
		...(first?.about && id !== "course" ? { documentation: first.about } : {}),
		lanes: lanesOf(writing, id, building.cells),
		cells: building.cells,
		flows: building.flows,
	};
	return { scope, lines: placed };
}

function startNode({ words }: Writing, id: string, line: Line | undefined): BpmnNode {
	if (id === "course") return { id: bpmnIds.start(id), kind: "startEvent", name: words.begins };
	return {
		id: bpmnIds.start(id),
		kind: "startEvent",
		name: line?.title ?? "",
		signal: bpmnIds.signal(id),
		beside: true,
	};
}

/** Every role of the territory in the process; in a subprocess those that act there. */
function lanesOf({ outline }: Writing, scope: string, cells: BpmnCell[]): BpmnLane[] {
	const acting = new Set(cells.map(({ role }) => role));
	return outline.roles
		.filter(({ id, external }) => !external && (scope === "course" || acting.has(id)))
		.map(({ id, label }) => ({ id: bpmnIds.lane(scope, id), role: id, name: label }));
}

/** What a line begins with: its first item, which the drawing puts first. */
function startOf(line: Line): string | undefined {
	const [item] = line.items;
	if (!item) return undefined;
	return item.type === "station" ? bpmnIds.task(item.id) : bpmnIds.split(item.id);
}

function placeItems(building: Building, line: Line, from: number): number {
	let column = from;
	for (const item of line.items) {
		column =
			item.type === "station"
				? placeStation(building, item, { line, column })
				: placeFork(building, item, column);
	}
	return column;
}

function placeStation(building: Building, station: Station, at: { line: Line; column: number }) {
	const { cell, flows } = stepCell(building, station, at);
	building.cells.push(cell);
	building.flows.push(...flows);
	return at.column + 1;
}

/** A group between two parallel gateways. The first takes a column, then the tracks, then the second. */
function placeFork(building: Building, fork: Fork, column: number): number {
	const split = bpmnIds.split(fork.id);
	const join = bpmnIds.join(fork.id);
	for (const track of fork.tracks) building.joins.set(track.id, join);
	const role = firstRole(building, fork);
	const gateway = (id: string, name: string, at: number) => {
		const row: BpmnNode[] = [{ id, kind: "parallelGateway", name }];
		building.cells.push({ role, column: at, row, aside: [], late: [] });
	};

	gateway(split, fork.title, column);
	const ends = fork.tracks.map((track) => placeItems(building, track, column + 1));
	const end = Math.max(column + 1, ...ends);
	gateway(join, building.words.together(fork.title), end);
	for (const track of fork.tracks) {
		const to = startOf(track);
		if (to) {
			building.flows.push({ id: bpmnIds.flow(split, to), from: split, to, name: track.title });
		}
	}
	const onward = onwardOf(building, fork);
	if (onward) building.flows.push({ id: bpmnIds.flow(join, onward), from: join, to: onward });
	return end + 1;
}

function onwardOf({ joins }: Building, { to }: Fork): string | undefined {
	if (to.at === "group") return bpmnIds.split(to.id);
	if (to.at === "step") return bpmnIds.task(to.id);
	return joins.get(to.id);
}

function firstRole({ compiled }: Building, fork: Fork): string {
	const stations = fork.tracks.flatMap(({ items }) => items);
	const first = stations.find((item) => item.type === "station");
	return compiled.places.steps.get(first?.id ?? "")?.step.role ?? "";
}
