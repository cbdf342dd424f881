import type { Edge, GroupNode, Guard, Model, Place, Process } from "./model.ts";

/** Where every process stands (-1: not running), then what is remembered. */
export type State = readonly number[];

/** A state after an edge, and the groups that were left on the way. */
export type Moved = { state: State; left: readonly string[] };

/** Shared by the many moves that leave no group. */
const noGroup: readonly string[] = [];

/** The states in which a situation may begin. */
export function initialStates(model: Model): State[] {
	const at = [...model.processes.map(() => -1), ...model.slots.map(() => 0)];
	for (const [index, process] of model.processes.entries()) {
		if (process.kind === "interruption") at[index] = 0;
	}
	const written = combinations(model, at, model.openings);
	return written.map((state) => {
		const next = state.slice();
		const course = model.processes[model.course] as Process;
		enter(model, next, { process: model.course, node: course.start });
		settle(model, next, []);
		return next;
	});
}

export function isClosed(model: Model, state: State): boolean {
	return state[model.course] === 0;
}

/** Whether the conditions of an edge hold; what it asks is answered as it goes. */
export function mayTake(model: Model, state: State, edge: Edge): boolean {
	const first = model.processes.length;
	for (const guard of edge.guards) {
		if (!isMet(guard, state[first + guard.slot] ?? 0)) return false;
	}
	return true;
}

function isMet(guard: Guard, value: number): boolean {
	switch (guard.kind) {
		case "fact":
			return (value & guard.bit) !== 0;
		case "reached":
			return value !== 0;
		case "rounds":
			return value < guard.most;
	}
}

/** Every state that an edge of a node may lead to: one for each way to answer what it asks. */
export function take(model: Model, state: State, { process, node }: Place, edge: Edge): Moved[] {
	const before = state.slice();
	before[process] = node;
	if (edge.resets) {
		giveRoundsBack(model, before, model.processes[process]?.nodes[node]?.counter);
	}
	if (edge.writes.length === 0) return [carriedOut(model, before, process, edge)];
	return combinations(model, before, edge.writes).map((written) =>
		carriedOut(model, written, process, edge),
	);
}

/** The state is given away: it becomes the one after the edge. */
function carriedOut(model: Model, next: number[], process: number, edge: Edge): Moved {
	const left: string[] = [];
	goTo(model, next, edge.to, left);
	if (edge.leads) goTo(model, next, edge.leads, left);
	if (isClosed(model, next)) rest(model, next);
	else if (edge.raises !== undefined && raisesElsewhere(model, process, edge)) {
		const raised = model.processes[edge.raises] as Process;
		goTo(model, next, { process: edge.raises, node: raised.start }, []);
	}
	settle(model, next, left);
	return { state: next, left: left.length > 0 ? left : noGroup };
}

/** Inside its own region, an outcome goes where it says; the raise is heard by other regions only. */
function raisesElsewhere(model: Model, process: number, { raises }: Edge): boolean {
	const heard = raises !== undefined && model.remembering.has(raises);
	return heard && model.processes[process]?.top !== raises;
}

function giveRoundsBack({ slots, processes }: Model, state: number[], own?: number): void {
	for (let index = 0; index < slots.length; index += 1) {
		if (slots[index]?.kind === "rounds" && index !== own) state[processes.length + index] = 0;
	}
}

function combinations(model: Model, state: number[], writes: Edge["writes"]): number[][] {
	const first = model.processes.length;
	return writes.reduce<number[][]>(
		(states, { slot, masks }) =>
			states.flatMap((one) => masks.map((mask) => one.with(first + slot, mask))),
		[state],
	);
}

function goTo(model: Model, state: number[], { process, node }: Place, left: string[]): void {
	leave(model, state, process, left);
	enter(model, state, { process, node });
}

/** Stops whatever runs inside a process. */
function leave(model: Model, state: number[], process: number, left: string[]): void {
	const group = model.processes[process]?.nodes[state[process] ?? -1]?.group;
	state[process] = -1;
	if (!group) return;
	left.push(group.id);
	for (const track of group.tracks) leave(model, state, track, left);
}

function enter(model: Model, state: number[], { process, node }: Place): void {
	const first = model.processes.length;
	const entered = model.processes[process]?.nodes[node];
	state[process] = node;
	if (!entered) return;
	if (entered.flag !== undefined) state[first + entered.flag] = 1;
	if (entered.counter !== undefined) count(model, state, entered.counter);
	if (!entered.group) return;
	for (const flag of entered.group.flags) state[first + flag] = 0;
	startTracks(model, state, entered.group.tracks);
}

function startTracks(model: Model, state: number[], tracks: number[]): void {
	for (const track of tracks) {
		enter(model, state, { process: track, node: model.processes[track]?.start ?? 0 });
	}
}

function count(model: Model, state: number[], counter: number): void {
	const slot = model.slots[counter];
	const at = model.processes.length + counter;
	const most = slot?.kind === "rounds" ? slot.most : 0;
	state[at] = Math.min((state[at] ?? 0) + 1, most);
}

/** The state after the dormant tracks of a group have ended, if they are all that it waits for. */
export function finish(model: Model, state: State, { tracks }: GroupNode): Moved | undefined {
	const waited = tracks.filter((track) => state[track] !== 0);
	if (waited.length === 0 || !waited.every((track) => model.dormant.has(track))) return undefined;
	const next = state.slice();
	const left: string[] = [];
	for (const track of waited) next[track] = 0;
	settle(model, next, left);
	return { state: next, left };
}

/** A closure ends what runs beside the course. */
function rest(model: Model, state: number[]): void {
	for (const [index, { kind }] of model.processes.entries()) {
		if (kind === "interruption") goTo(model, state, { process: index, node: 0 }, []);
	}
}

/** A group whose tracks have all ended goes on. */
function settle(model: Model, state: number[], left: string[]): void {
	for (let ended = endedGroup(model, state); ended; ended = endedGroup(model, state)) {
		goOn(model, state, { ...ended, left });
	}
}

function endedGroup({ processes, hosts }: Model, state: State): Omit<Ended, "left"> | undefined {
	for (const process of hosts) {
		const group = processes[process]?.nodes[state[process] ?? -1]?.group;
		if (group && haveEnded(group.tracks, state)) return { process, group };
	}
	return undefined;
}

function haveEnded(tracks: readonly number[], state: State): boolean {
	for (const track of tracks) if (state[track] !== 0) return false;
	return true;
}

type Ended = { process: number; group: GroupNode; left: string[] };

/** A group that leads to itself begins its tracks anew and forgets nothing. */
function goOn(model: Model, state: number[], { process, group, left }: Ended): void {
	const { done, tracks } = group;
	if (done.process !== process || done.node !== state[process]) {
		goTo(model, state, done, left);
		return;
	}
	left.push(group.id);
	for (const track of tracks) leave(model, state, track, left);
	startTracks(model, state, tracks);
}
