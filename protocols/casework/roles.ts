import type { BindRole, NameLead } from "./commands.ts";
import { maySteer, takesPart } from "./participation.ts";
import type { Refusal } from "./refusal.ts";
import type { Circumstances, Situation } from "./situation.ts";
import { addEvent, type Decision, finish, refuse } from "./story.ts";

/** Decides which structure plays a role from now on. */
export function decideBinding(
	situation: Situation,
	{ acting, seen, role, structure }: BindRole,
	circumstances: Circumstances,
): Decision {
	const steers = maySteer(situation, acting) || situation.bindings[role] === acting.structure;
	const known = situation.compiled.protocol.roles.some(({ id }) => id === role);
	const refusal =
		steeringRefusal(situation, seen, steers) ??
		(known && circumstances.directory.structuresHolding(role).includes(structure)
			? undefined
			: ({ code: "structure-not-available", structure, role } as const));
	if (refusal) return refuse(refusal);

	const who = { at: circumstances.now, by: acting.structure, actor: acting.actor };
	const draft = { type: "role-bound", ...who, role, structure } as const;
	return finish(addEvent({ situation, events: [] }, draft, circumstances), circumstances);
}

/** Decides which structure follows the whole (fil rouge): one that has a part in the situation. */
export function decideLead(
	situation: Situation,
	{ acting, seen, structure }: NameLead,
	circumstances: Circumstances,
): Decision {
	const refusal =
		steeringRefusal(situation, seen, maySteer(situation, acting)) ??
		(takesPart(situation, structure)
			? undefined
			: ({ code: "structure-not-available", structure, role: "lead" } as const));
	if (refusal) return refuse(refusal);

	const who = { at: circumstances.now, by: acting.structure, actor: acting.actor };
	const draft = { type: "lead-named", ...who, structure } as const;
	return finish(addEvent({ situation, events: [] }, draft, circumstances), circumstances);
}

function steeringRefusal(situation: Situation, seen: number, steers: boolean): Refusal | undefined {
	if (situation.status === "closed") return { code: "situation-closed" };
	if (seen < situation.latestAct) return { code: "moved-on" };
	return steers ? undefined : { code: "not-holder" };
}
