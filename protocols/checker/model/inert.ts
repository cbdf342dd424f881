import type { Edge, Model, Process } from "./model.ts";

/**
 * One move of a process seen from outside: quiet steps that nobody notices, then one that counts.
 * With a `story`, it stands for several acts at once: those that end dormant tracks, or (`away`) a
 * whole interruption, from being raised to leading the course away.
 */
export type Macro = { quiet: Edge[]; edge: Edge; story?: Act[]; away?: true };

/** An edge with where it was taken. */
export type Act = { process: number; node: number; edge: Edge };

/**
 * What the others can see of a process: its nodes fall into classes that behave alike (branching
 * bisimulation), and moves inside a class are quiet. A process that is not looked at makes quiet
 * moves only on its way to one that counts, so it is never multiplied with the others step by step.
 *
 * @see R. J. van Glabbeek, W. P. Weijland, "Branching time and abstraction in bisimulation
 *   semantics", Journal of the ACM 43(3), 1996; S. Blom, S. Orzan, "Branching bisimulation
 *   minimisation by signature refinement", 2003
 */
export type Shape = { classOf: number[]; macros: Macro[][] };

export function shapeOf(model: Model, index: number, restIsSeen: boolean): Shape {
	const process = model.processes[index] as Process;
	const seen = { model, index, counts: model.slots.some(({ kind }) => kind === "rounds") };
	let classOf = firstClasses(process, restIsSeen);
	for (let classes = 0; ; ) {
		const refined = refine(seen, process, classOf);
		const count = new Set(refined).size;
		if (count === classes) break;
		classes = count;
		classOf = refined;
	}
	const macros = process.nodes.map((_, node) => macrosFrom(seen, process, classOf, node));
	return { classOf, macros };
}

type Seen = { model: Model; index: number; counts: boolean };

function firstClasses({ nodes, kind }: Process, restIsSeen: boolean): number[] {
	return numbered(
		nodes.map((node, index) => {
			const isEnd = index === 0 && (kind !== "interruption" || restIsSeen);
			const own = isEnd || node.group || node.flag !== undefined || node.counter !== undefined;
			return own ? `own:${index}` : `phase:${node.phase}`;
		}),
	);
}

function numbered(keys: string[]): number[] {
	const numbers = new Map<string, number>();
	return keys.map((key) => {
		if (!numbers.has(key)) numbers.set(key, numbers.size);
		return numbers.get(key) ?? 0;
	});
}

function refine(seen: Seen, process: Process, classOf: number[]): number[] {
	const signatures = process.nodes.map((_, start) => {
		const signature = new Set<string>();
		for (const node of quietWays(seen, process, classOf, start).keys()) {
			for (const edge of process.nodes[node]?.edges ?? []) {
				if (!isQuiet(seen, classOf, node, edge)) signature.add(signatureOf(seen, classOf, edge));
			}
		}
		return `${classOf[start]}|${[...signature].sort().join("|")}`;
	});
	return numbered(signatures);
}

function isQuiet(seen: Seen, classOf: number[], from: number, edge: Edge): boolean {
	return isPlain(seen, edge) && classOf[from] === classOf[edge.to.node];
}

/** Whether a move leaves nothing that anybody else could read, and reads nothing. */
export function leavesNothing(model: Model, index: number, edge: Edge): boolean {
	const counts = model.slots.some(({ kind }) => kind === "rounds");
	return isPlain({ model, index, counts }, edge);
}

/** Goes on inside its process, reads nothing and leaves nothing that is read. */
function isPlain({ model, index, counts }: Seen, edge: Edge): boolean {
	const { to, guards, writes, leads, raises, resets } = edge;
	if (to.process !== index || guards.length > 0 || writes.length > 0 || leads) return false;
	return !raisesSeen(model, raises) && !(resets && counts);
}

/** Anybody may raise an interruption at any moment; an outcome that does so as well adds nothing. */
function raisesSeen({ remembering }: Model, raises: number | undefined): boolean {
	return raises !== undefined && remembering.has(raises);
}

function signatureOf(seen: Seen, classOf: number[], edge: Edge): string {
	const { to } = edge;
	const target =
		to.process === seen.index ? `class:${classOf[to.node]}` : `${to.process}:${to.node}`;
	if (isPlain(seen, edge)) return target;
	const { guards, writes, leads, raises, resets, kind } = edge;
	const noted = [
		guards,
		writes,
		leads,
		raisesSeen(seen.model, raises) && raises,
		seen.counts && resets,
	];
	return `${target} ${kind} ${JSON.stringify(noted)}`;
}

function macrosFrom(seen: Seen, process: Process, classOf: number[], start: number): Macro[] {
	const macros = new Map<string, Macro>();
	for (const [node, quiet] of quietWays(seen, process, classOf, start)) {
		for (const edge of process.nodes[node]?.edges ?? []) {
			const same = `${signatureOf(seen, classOf, edge)} ${edge.to.node}`;
			const counts = !isQuiet(seen, classOf, node, edge);
			if (counts && !macros.has(same)) macros.set(same, { quiet, edge });
		}
	}
	return [...macros.values()];
}

/** The shortest quiet way to each node that quiet moves reach. */
function quietWays(seen: Seen, { nodes }: Process, classOf: number[], start: number) {
	const ways = new Map<number, Edge[]>([[start, []]]);
	for (const [node, way] of ways) {
		for (const edge of nodes[node]?.edges ?? []) {
			const isNew = isQuiet(seen, classOf, node, edge) && !ways.has(edge.to.node);
			if (isNew) ways.set(edge.to.node, [...way, edge]);
		}
	}
	return ways;
}
