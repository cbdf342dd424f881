import type { Duration } from "#protocols/language/delay.ts";

export type BpmnNode = {
	id: string;
	kind:
		| "userTask"
		| "sendTask"
		| "exclusiveGateway"
		| "parallelGateway"
		| "startEvent"
		| "endEvent"
		| "intermediateThrowEvent"
		| "boundaryEvent";
	name?: string;
	documentation?: string;
	/** Of an event: the signal that starts it or that it gives. */
	signal?: string;
	/** Ends everything that runs. */
	terminates?: true;
	/** Of a start event inside an event subprocess. */
	beside?: true;
	/** Of a boundary event: its task, and after how long. */
	attachedTo?: string;
	after?: Duration;
};

export type BpmnFlow = { id: string; from: string; to: string; name?: string };

/** What stands together in one column of one lane: a task with what follows it at once. */
export type BpmnCell = {
	role: string;
	column: number;
	/** In a row from the left: an event or a task, then a gateway. */
	row: BpmnNode[];
	/** One under the other, right of the row: ends and signals. */
	aside: BpmnNode[];
	/** Under the task: its delay, and the end that it leads to. */
	late: BpmnNode[];
};

export type BpmnLane = { id: string; role: string; name: string };

/** The process, or one event subprocess: what has lanes of its own. */
export type BpmnScope = {
	id: string;
	name: string;
	documentation?: string;
	lanes: BpmnLane[];
	cells: BpmnCell[];
	flows: BpmnFlow[];
};

export type BpmnModel = {
	process: BpmnScope;
	/** What may happen at any moment. */
	beside: BpmnScope[];
	/** The lane that the event subprocesses lie in. */
	anyTime: BpmnLane;
	signals: { id: string; name: string }[];
	/** Actors outside: a pool each, closed to view. */
	outside: { id: string; name: string }[];
	messages: BpmnFlow[];
	/** The phases, by the columns that they take. */
	phases: { id: string; name: string; from: number; to: number }[];
};

/** Every node of a scope. */
export function nodesOf({ cells }: Pick<BpmnScope, "cells">): BpmnNode[] {
	return cells.flatMap(({ row, aside, late }) => [...row, ...aside, ...late]);
}
