import type { RaiseInterruption } from "./commands.ts";
import { takesPart } from "./participation.ts";
import type { Refusal } from "./refusal.ts";
import type { Circumstances, Situation } from "./situation.ts";
import { type Acting, addEvent, type Decision, finish, refuse } from "./story.ts";

/** Why an interruption cannot be raised. It can be raised again while it runs. */
export function interruptionRefusal(
	situation: Situation,
	id: string,
	acting: Acting,
	{ directory }: Circumstances,
): Refusal | undefined {
	const interruption = situation.compiled.protocol.interruptions.find((one) => one.id === id);
	if (!interruption) return { code: "interruption-unknown", interruption: id };
	if (interruption.raisedBy === "anyone") return undefined;

	const plays = interruption.raisedBy.some(
		(role) =>
			situation.bindings[role] === acting.structure ||
			directory.structuresHolding(role).includes(acting.structure),
	);
	return plays ? undefined : { code: "cannot-raise", interruption: id };
}

/** Decides whether an interruption begins beside the course. An outdated page never forbids it. */
export function decideInterruption(
	situation: Situation,
	{ acting, interruption }: RaiseInterruption,
	circumstances: Circumstances,
): Decision {
	if (!takesPart(situation, acting.structure)) return refuse({ code: "not-part-of-it" });
	const refusal = interruptionRefusal(situation, interruption, acting, circumstances);
	if (refusal) return refuse(refusal);

	const who = { at: circumstances.now, by: acting.structure, actor: acting.actor };
	const story = addEvent(
		{ situation, events: [] },
		{ type: "interruption-raised", ...who, interruption },
		circumstances,
	);
	return finish(story, circumstances);
}
