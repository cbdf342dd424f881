import { assign, setup } from "xstate";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import type { FieldCode } from "#protocols/language/vocabulary/fields.ts";

/** What the machine remembers beside its states. */
export type ProtocolContext = {
	facts: Facts;
	/** How often a step was entered since the last decision elsewhere. */
	rounds: Record<string, number>;
	/** Steps that were entered since their group began. */
	reached: string[];
	/** Steps that wait for an answer now. */
	open: string[];
	/** Open steps whose team delay has run out. */
	overdue: string[];
};

/** An outcome (`<step>.<CODE>`), an interruption raised (`raise.<id>`), or a delay that has run. */
export type ProtocolEvent = { type: string; answers?: Facts };

export type NamedGuard =
	| { type: "factIn"; params: { fact: FieldCode; in: string[] } }
	| { type: "roundsLeft"; params: { step: string; most: number } }
	| { type: "reached"; params: { step: string } }
	| { type: "isOpen"; params: { step: string } }
	| { type: "every"; params: { of: NamedGuard[] } };

export type NamedAction =
	| { type: "enterStep"; params: { step: string } }
	| { type: "leaveStep"; params: { step: string } }
	| { type: "recordAnswers"; params: { step: string; decides: boolean } }
	| { type: "markOverdue"; params: { step: string } }
	| { type: "beginGroup"; params: { steps: string[] } };

/** Whether a named condition holds; answers given with the event count before older facts. */
export function holdsNow(
	guard: NamedGuard,
	context: ProtocolContext,
	event: ProtocolEvent,
): boolean {
	switch (guard.type) {
		case "factIn": {
			const value = event.answers?.[guard.params.fact] ?? context.facts[guard.params.fact];
			return [value ?? []].flat().some((code) => guard.params.in.includes(code));
		}
		case "roundsLeft":
			return (context.rounds[guard.params.step] ?? 0) < guard.params.most;
		case "reached":
			return context.reached.includes(guard.params.step);
		case "isOpen":
			return context.open.includes(guard.params.step);
		case "every":
			return guard.params.of.every((part) => holdsNow(part, context, event));
	}
}

const without = (list: string[], ...gone: string[]) => list.filter((item) => !gone.includes(item));

/**
 * The only guards and actions that a compiled protocol may name. A protocol is data: it chooses
 * from this list and brings no code of its own.
 */
export const namedSetup = setup({
	types: { context: {} as ProtocolContext, events: {} as ProtocolEvent },
	guards: {
		factIn: ({ context, event }, params: { fact: FieldCode; in: string[] }) =>
			holdsNow({ type: "factIn", params }, context, event),
		roundsLeft: ({ context, event }, params: { step: string; most: number }) =>
			holdsNow({ type: "roundsLeft", params }, context, event),
		reached: ({ context, event }, params: { step: string }) =>
			holdsNow({ type: "reached", params }, context, event),
		isOpen: ({ context, event }, params: { step: string }) =>
			holdsNow({ type: "isOpen", params }, context, event),
		every: ({ context, event }, params: { of: NamedGuard[] }) =>
			holdsNow({ type: "every", params }, context, event),
	},
	actions: {
		enterStep: assign(({ context }, { step }: { step: string }) => ({
			rounds: { ...context.rounds, [step]: (context.rounds[step] ?? 0) + 1 },
			reached: [...without(context.reached, step), step],
			open: [...without(context.open, step), step],
		})),
		leaveStep: assign(({ context }, { step }: { step: string }) => ({
			open: without(context.open, step),
			overdue: without(context.overdue, step),
		})),
		recordAnswers: assign(
			({ context, event }, { step, decides }: { step: string; decides: boolean }) => ({
				facts: { ...context.facts, ...event.answers },
				// A decision elsewhere gives the rounds of every other step back.
				rounds: decides ? { [step]: context.rounds[step] ?? 0 } : context.rounds,
			}),
		),
		markOverdue: assign(({ context }, { step }: { step: string }) => ({
			overdue: [...without(context.overdue, step), step],
		})),
		beginGroup: assign(({ context }, { steps }: { steps: string[] }) => ({
			reached: without(context.reached, ...steps),
		})),
	},
});

export const emptyContext: ProtocolContext = {
	facts: {},
	rounds: {},
	reached: [],
	open: [],
	overdue: [],
};
