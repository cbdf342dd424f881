import { handoffActCodes } from "#protocols/casework/handoff/life.ts";
import { storyDirectory } from "#protocols/casework/scenario-world.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import type { Step } from "#protocols/language/step.ts";
import type { Why } from "./why.ts";

/** Why an act cannot even be asked under a protocol: it names what is not there, or another role. */
export function whyUnplayable(
	situation: Situation,
	act: Exclude<Act, { waits: unknown }>,
): Why | undefined {
	const { protocol } = situation.compiled;
	if (!protocol.roles.some(({ id }) => id === act.by))
		return { code: "role-unknown", role: act.by };
	if (storyDirectory(protocol).structuresHolding(act.by).length === 0) {
		return { code: "nobody-plays", role: act.by };
	}
	if ("raises" in act) return undefined;

	const step = stepOf(act);
	const found = situation.compiled.places.steps.get(step)?.step;
	if (!found) return { code: "step-unknown", step };
	if ("onHandoff" in act) return whyNoHandoff(situation, found, act);
	return act.by === found.role ? undefined : { code: "role-differs", step, role: found.role };
}

function stepOf(act: Exclude<Act, { waits: unknown } | { raises: string }>): string {
	if ("answers" in act) return act.answers;
	return "handsOff" in act ? act.handsOff : act.onHandoff;
}

function whyNoHandoff(
	{ handoffs }: Situation,
	{ id: step, role }: Step,
	{ by, event }: Extract<Act, { onHandoff: string }>,
): Why | undefined {
	if (!handoffActCodes.some((known) => known === event)) return { code: "act-unknown", act: event };
	const latest = Object.values(handoffs).findLast((handoff) => handoff.step === step);
	if (!latest) return { code: "handoff-unknown", step };
	const parties = [role, latest.terms.to];
	return parties.includes(by) ? undefined : { code: "role-differs", step, role: latest.terms.to };
}
