import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { roundsCounted } from "#protocols/compiler/machine-config.ts";
import type { Container, PlacedStep, Places } from "#protocols/language/places.ts";
import type { Group } from "#protocols/language/protocol.ts";
import { endOf, type Outcome, type Step } from "#protocols/language/step.ts";
import type { FieldCode } from "#protocols/language/vocabulary/fields.ts";
import { answersByMask, bitOf, type MaskedField, maskedFields } from "./answer-masks.ts";
import type { Edge, Guard, Model, Node, Place, Process, Slot, Write } from "./model.ts";
import { openingWrites, remembering, slotKey, slotsOf } from "./slots.ts";

type Building = {
	places: Places;
	masked: ReadonlyMap<FieldCode, MaskedField>;
	slots: Slot[];
	slotOf: ReadonlyMap<string, number>;
	nodeOf: Map<string, Place>;
	processOf: ReadonlyMap<string, number>;
};

/** Spells a protocol as processes, nodes and edges. */
export function buildModel({ protocol, places }: CompiledProtocol): Model {
	const masked = maskedFields(places);
	const slots = slotsOf(places, masked);
	const slotOf = new Map(slots.map((slot, index) => [slotKey(slot), index]));
	const heads = processHeads(places);
	const processOf = new Map(heads.flatMap(({ ids }, index) => ids.map((id) => [id, index])));
	const building: Building = { places, masked, slots, slotOf, nodeOf: new Map(), processOf };

	const processes = heads.map((head) => emptyProcess(building, head));
	for (const [index, { containers }] of heads.entries()) {
		const process = processes[index] as Process;
		addNodes(building, process, index, containers);
	}
	for (const process of processes) {
		const [first] = heads[processes.indexOf(process)]?.containers ?? [];
		process.start = building.nodeOf.get(first?.start ?? "")?.node ?? 0;
		if (first?.within) process.within = building.nodeOf.get(first.within.group.id);
		for (const node of process.nodes) connect(building, node, processes);
	}
	const interruptions = protocol.interruptions.map(({ id }) => processOf.get(id) ?? 0);
	for (const index of interruptions) raiseFromEverywhere(processes[index] as Process, index);
	return {
		processes,
		course: 0,
		hosts: [...processes.keys()].filter((index) => hostsGroups(processes[index] as Process)),
		slots,
		dormant: new Map(),
		remembering: remembering(processes, slots),
		openings: openingWrites(masked, slotOf),
		nodeOf: building.nodeOf,
	};
}

function hostsGroups({ nodes }: Process): boolean {
	return nodes.some(({ group }) => group);
}

type Head = { ids: string[]; kind: Process["kind"]; containers: Container[] };

/** The three phases are one process: the course stands in one of them at a time. */
function processHeads({ containers }: Places): Head[] {
	const phases = containers.filter(({ kind }) => kind === "phase");
	const others = containers.filter(({ kind }) => kind !== "phase");
	return [
		{ ids: phases.map(({ id }) => id), kind: "course", containers: phases },
		...others.map((container) => ({
			ids: [container.id],
			kind: container.kind === "track" ? ("track" as const) : ("interruption" as const),
			containers: [container],
		})),
	];
}

function emptyProcess({ processOf }: Building, { ids, kind, containers }: Head): Process {
	const [container] = containers;
	const top = container?.interruption ? (processOf.get(container.interruption.id) ?? 0) : 0;
	const id = kind === "course" ? "course" : (ids[0] ?? "");
	return { id, kind, top, within: undefined, start: 0, end: 0, nodes: [] };
}

function addNodes(
	{ slotOf, nodeOf, processOf }: Building,
	process: Process,
	index: number,
	containers: Container[],
): void {
	const add = (id: string, parts: Partial<Node>) => {
		nodeOf.set(id, { process: index, node: process.nodes.length });
		process.nodes.push({
			id,
			step: undefined,
			container: undefined,
			group: undefined,
			phase: undefined,
			edges: [],
			flag: slotOf.get(`reached:${id}`),
			counter: slotOf.get(`rounds:${id}`),
			...parts,
		});
	};
	add(`@end:${process.id}`, {});
	for (const container of containers) {
		const phase = container.phase;
		container.steps.forEach((step, position) => {
			const path = [...container.path, "steps", position];
			add(step.id, { step: { step, container, path }, container, phase });
		});
		for (const group of container.groups) {
			add(group.id, { container, phase, group: groupNode(group, { slotOf, processOf }) });
		}
	}
}

function groupNode(
	group: Group,
	{ slotOf, processOf }: Pick<Building, "slotOf" | "processOf">,
): Node["group"] {
	const flags = [...stepsInside(group)].flatMap(({ id }) => slotOf.get(`reached:${id}`) ?? []);
	const tracks = group.tracks.map(({ id }) => processOf.get(id) ?? 0);
	return { id: group.id, tracks, done: { process: 0, node: 0 }, flags };
}

function* stepsInside(group: Group): Generator<Step> {
	for (const track of group.tracks) {
		yield* track.steps;
		for (const inner of track.groups ?? []) yield* stepsInside(inner);
	}
}

function connect(building: Building, node: Node, processes: Process[]): void {
	if (node.group && node.container) {
		const group = building.places.groups.get(node.id)?.group;
		node.group.done = targetOf(building, node.container, group?.to ?? "", processes);
	}
	const { step: placed } = node;
	if (!placed) return;
	node.edges = placed.step.outcomes
		.filter((outcome) => canBeGiven(placed.step, outcome))
		.flatMap((outcome) => edgesOf(building, placed, outcome, processes));
}

/** Whether what two structures may do with a handoff can ever bring that outcome. */
export function canBeGiven({ handoff }: Step, outcome: Outcome): boolean {
	if (!handoff) return true;
	const end = endOf(outcome);
	const goesOnAtAcceptance = handoff.goesOn === "acceptance";
	if (end === "accepted") return goesOnAtAcceptance;
	return !goesOnAtAcceptance || (end !== "completed" && end !== "failed");
}

function targetOf(
	{ nodeOf, processOf }: Building,
	container: Container,
	to: string,
	processes: Process[],
): Place {
	const over = processOf.get(container.interruption?.id ?? "") ?? 0;
	switch (to) {
		case "@end": {
			const process = processOf.get(container.id) ?? 0;
			return { process, node: processes[process]?.end ?? 0 };
		}
		case "@over":
			return { process: over, node: 0 };
		case "@closed":
			return { process: 0, node: 0 };
		default:
			return nodeOf.get(to) ?? { process: 0, node: 0 };
	}
}

function edgesOf(
	building: Building,
	{ step, container }: PlacedStep,
	outcome: Outcome,
	processes: Process[],
): Edge[] {
	const { slotOf, nodeOf, processOf } = building;
	const { guards, masks } = conditionOf(building, step, outcome);
	const rounds = roundsCounted(building.places, step, outcome.to);
	const counter = slotOf.get(`rounds:${outcome.to}`);
	if (rounds && counter !== undefined) {
		guards.push({ kind: "rounds", slot: counter, most: rounds.most });
	}
	const edge: Edge = {
		kind: "outcome",
		code: outcome.code,
		guards,
		writes: writesOf(building, step, masks),
		resets: step.kind === "decision",
		to: targetOf(building, container, outcome.to, processes),
		leads: outcome.leads ? nodeOf.get(outcome.leads) : undefined,
		raises: outcome.raises ? processOf.get(outcome.raises) : undefined,
	};
	return [edge];
}

/** A condition on an answer of the step itself limits what is answered; on another, it reads. */
function conditionOf({ slotOf, masked }: Building, step: Step, { when }: Outcome) {
	const guards: Guard[] = [];
	if (!when) return { guards, masks: undefined };
	if (!("fact" in when)) {
		guards.push({ kind: "reached", slot: slotOf.get(`reached:${when.reached}`) ?? -1 });
		return { guards, masks: undefined };
	}
	const field = masked.get(when.fact) as MaskedField;
	const bit = bitOf(field, when.in);
	if (step.questions.includes(when.fact)) return { guards, masks: { field: when.fact, bit } };
	guards.push({ kind: "fact", slot: slotOf.get(`fact:${when.fact}`) ?? -1, bit });
	return { guards, masks: undefined };
}

function writesOf(
	{ slotOf, masked }: Building,
	step: Step,
	limit: { field: FieldCode; bit: number } | undefined,
): Write[] {
	return [...new Set(step.questions)].flatMap((question) => {
		const slot = slotOf.get(`fact:${question}`);
		const field = masked.get(question);
		if (slot === undefined || !field) return [];
		const all = [...answersByMask(field).keys()];
		const masks = limit?.field === question ? all.filter((mask) => (mask & limit.bit) !== 0) : all;
		return { slot, masks };
	});
}

/** An interruption can be raised at any moment, also again while it runs. */
function raiseFromEverywhere(process: Process, index: number): void {
	for (const node of process.nodes) {
		node.edges.push({
			kind: "raise",
			code: process.id,
			guards: [],
			writes: [],
			resets: false,
			to: { process: index, node: process.start },
			leads: undefined,
			raises: undefined,
		});
	}
}
