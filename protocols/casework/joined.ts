import type { SituationEvent, SituationJoined, SituationMerged } from "./events.ts";
import type { Handoff } from "./handoff/handoff.ts";
import { tellLife } from "./handoff/told-life.ts";
import type { Clock, ClockId, Situation } from "./situation.ts";

/** The situation that remains, with what came along from a duplicate. */
export function joinedBy(
	before: Situation,
	{ at, structures, handoffs }: SituationJoined,
	position: number,
): Situation {
	const come = handoffs.map(({ handoff, life }) => {
		const told = withSentence(before, tellLife(life, position).handoff);
		return [handoff, { ...told, beside: true as const }] as const;
	});
	return {
		...before,
		handoffs: { ...before.handoffs, ...Object.fromEntries(come) },
		joined: [...new Set([...before.joined, ...structures])],
		merged: { at },
	};
}

/** The duplicate, without what runs on elsewhere. */
export function mergedAway(
	before: Situation,
	{ at, into, handoffs: left }: SituationMerged,
): Situation {
	const all = Object.entries(before.handoffs);
	return {
		...before,
		handoffs: Object.fromEntries(all.filter(([id]) => !left.includes(id))),
		movedAway: {
			...before.movedAway,
			...Object.fromEntries(all.filter(([id]) => left.includes(id))),
		},
		merged: { at, into },
	};
}

/** The clocks that come along with an event, as they ran: no delay begins again. */
export function clocksAlong(event: SituationEvent): Record<ClockId, Clock> {
	if (event.type !== "situation-joined") return {};
	const come = event.handoffs.flatMap(({ handoff, life }) => {
		const { clock } = tellLife(life, 0);
		return clock ? [[`handoff:${handoff}`, clock] as const] : [];
	});
	return Object.fromEntries(come);
}

/** The sentence for people when nobody answers comes from the protocol, never from the journal. */
export function withSentence(situation: Situation, handoff: Handoff): Handoff {
	const ifSilent = situation.compiled.places.steps.get(handoff.step)?.step.handoff?.ifSilent;
	return ifSilent ? { ...handoff, terms: { ...handoff.terms, ifSilent } } : handoff;
}
