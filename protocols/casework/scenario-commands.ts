import type { Act } from "#protocols/catalogue/scenario.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import type { ActOnHandoff, Command, OpenSituation, PrepareHandoff } from "./commands.ts";
import type { Handoff } from "./handoff/handoff.ts";
import { type HandoffAct, handoffActCodes, ruleOf } from "./handoff/life.ts";
import { openingRole } from "./opening.ts";
import { handoffNeeds, sampleAnswers } from "./scenario-samples.ts";
import { type Circumstances, placed, type Situation } from "./situation.ts";
import type { Acting } from "./story.ts";

/** Who plays in a story: the structures of each role, and the accounts that act for them. */
export type Cast = {
	/** The structures that may play a role, the first choice first. */
	structuresFor(role: string): string[];
	professionalOf(structure: string): string;
	/** Whoever acknowledges, accepts and declines for a structure. */
	receptionOf(structure: string): string;
};

/** The structure that plays a role first. @throws RangeError when nobody does */
export function firstFor(cast: Cast, role: string): string {
	const [first] = cast.structuresFor(role);
	if (!first) throw new RangeError(`Nobody plays ${role} in this story.`);
	return first;
}

/** A professional of a structure, without any right beyond that. */
export function professionalAt(cast: Cast, structure: string): Acting {
	const actor = cast.professionalOf(structure);
	return { structure, actor, reception: false, coordinator: false };
}

/** How a story opens its situation. */
export function openingCommand(
	compiled: CompiledProtocol,
	{ opensWith = [], facts }: { opensWith?: string[] | undefined; facts: Answers },
	cast: Cast,
): OpenSituation {
	const acting = professionalAt(cast, firstFor(cast, openingRole(compiled)));
	return { type: "open-situation", acting, facts, raises: opensWith };
}

/** An act of a story as a command on the situation of the moment. */
export function commandOf(
	situation: Situation,
	act: Exclude<Act, { waits: unknown }>,
	cast: Cast,
	circumstances: Circumstances,
): Command {
	const seen = situation.position;
	if ("answers" in act) {
		const { answers: step, outcome, with: answers = {} } = act;
		const structure = situation.bindings[roleOf(situation, step)] ?? firstFor(cast, act.by);
		const acting = professionalAt(cast, structure);
		return { type: "answer-step", acting, seen, step, outcome, answers };
	}
	if ("raises" in act) {
		const acting = professionalAt(cast, situation.bindings[act.by] ?? situation.openedBy);
		return { type: "raise-interruption", acting, seen, interruption: act.raises };
	}
	if ("handsOff" in act) return preparation(situation, act, cast);
	return handoffCommand(situation, act, cast, circumstances);
}

function roleOf(situation: Situation, stepId: string): string {
	return placed(situation, stepId).step.role;
}

function preparation(
	situation: Situation,
	{ handsOff, draft = false }: { handsOff: string; draft?: boolean },
	cast: Cast,
): PrepareHandoff {
	const { step } = placed(situation, handsOff);
	const acting = professionalAt(cast, situation.bindings[step.role] ?? firstFor(cast, step.role));
	const asked = step.handoff?.mode === "external" ? [] : cast.structuresFor(step.handoff?.to ?? "");
	return {
		type: "prepare-handoff",
		acting,
		seen: situation.position,
		step: handsOff,
		to: asked.filter((structure) => structure !== acting.structure).slice(0, 1),
		answers: sampleAnswers(step.questions),
		information: "GIVEN",
		send: !draft,
	};
}

type OnHandoff = Extract<Act, { onHandoff: string }>;

function handoffCommand(
	situation: Situation,
	act: OnHandoff,
	cast: Cast,
	circumstances: Circumstances,
): ActOnHandoff {
	const handoff = latestHandoff(situation, act.onHandoff);
	const code = actCode(act.event);
	const bySender = isBySender(act.by, roleOf(situation, act.onHandoff), handoff, code);
	return {
		type: "act-on-handoff",
		acting: bySender ? professionalAt(cast, handoff.from) : recipientOf(handoff, code, cast),
		seen: situation.position,
		handoff: handoff.id,
		act: code,
		...handoffNeeds(code, act, handoff, cast, circumstances),
		...(act.outcome ? { outcome: act.outcome } : {}),
	};
}

/** Where one role hands off to another structure of its own, the act says which of the two does it. */
function isBySender(by: string, sender: string, { terms }: Handoff, act: HandoffAct): boolean {
	return by === sender && (terms.to !== sender || ruleOf(act).by.includes("sender"));
}

function recipientOf({ to = "", referent }: Handoff, act: HandoffAct, cast: Cast): Acting {
	const byReferent = ruleOf(act).by.includes("referent") && referent !== undefined;
	if (byReferent) return { ...professionalAt(cast, to), actor: referent };
	return { ...professionalAt(cast, to), actor: cast.receptionOf(to), reception: true };
}

function actCode(event: string): HandoffAct {
	const code = handoffActCodes.find((known) => known === event);
	if (!code) throw new RangeError(`No act ${event} on a handoff.`);
	return code;
}

function latestHandoff(situation: Situation, stepId: string): Handoff {
	const found = Object.values(situation.handoffs)
		.filter(({ step }) => step === stepId)
		.at(-1);
	if (!found) throw new RangeError(`No handoff of ${stepId}.`);
	return found;
}
