import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import type { ActOnHandoff, PrepareHandoff } from "./commands.ts";
import type { HandoffCodes, InactivityStage } from "./events.ts";
import { type Handoff, isPaired } from "./handoff/handoff.ts";
import { type HandoffAct, type Party, ruleOf } from "./handoff/life.ts";
import { needsOn } from "./handoff/needs.ts";
import { latestDate } from "./handoff/permission.ts";
import { coordinator, memberOf, type Rehearsal, type Wish } from "./rehearsal.ts";
import { sampleAnswers } from "./scenario-samples.ts";
import { type ClockId, placed, type Stage } from "./situation.ts";
import type { Acting } from "./story.ts";

/** Who wishes, and how old the page is; by default whoever is expected, on a fresh page. */
export type Wishing = { by?: string | Acting; seen?: number };

/** To answer an open step; plausible answers where none are given. */
export function answer(
	step: string,
	outcome: string,
	{ answers, by, seen }: Wishing & { answers?: Answers } = {},
): Wish {
	return ({ situation, compiled }) => {
		const found = compiled.places.steps.get(step)?.step;
		const closes = found?.outcomes.find(({ code }) => code === outcome)?.to === "@closed";
		const reason = closes ? { closure_reason: "SAFE_LASTING" } : {};
		return {
			type: "answer-step",
			acting: actingAs(by ?? situation.bindings[found?.role ?? ""] ?? situation.openedBy),
			seen: seen ?? situation.position,
			step,
			outcome,
			answers: answers ?? { ...sampleAnswers(found?.questions ?? []), ...reason },
		};
	};
}

/** To prepare the handoff of an open step, and send it; to the structure named after the role. */
export function handOff(
	step: string,
	{ by, seen, ...given }: Wishing & Partial<PrepareHandoff> = {},
): Wish {
	return ({ situation, compiled }) => {
		const found = compiled.places.steps.get(step)?.step;
		const terms = found?.handoff;
		return {
			type: "prepare-handoff",
			acting: actingAs(by ?? situation.bindings[found?.role ?? ""] ?? situation.openedBy),
			seen: seen ?? situation.position,
			step,
			to: terms?.mode === "external" ? [] : [terms?.to ?? ""],
			answers: sampleAnswers(found?.questions ?? []),
			information: "GIVEN",
			send: true,
			...given,
		};
	};
}

const plausible: HandoffCodes = {
	identityBy: "PHONE",
	mismatch: "NUMBER_DIFFERS",
	declineReason: "CAPACITY",
	redirectReason: "BETTER_FIT",
	suspensionReason: "RUNAWAY",
	missing: ["CONCERN_LEVEL"],
	phone: "WILL_ANSWER",
	next: "OUTCOME",
	contact: "MET",
	review: "GOES_WELL",
	outcome: "OBJECTIVE_REACHED",
	declaredBy: "PHONE",
};

/** To act on a handoff, by default the latest one; what the act needs is filled in. */
export function act(
	code: HandoffAct,
	{ by, ...given }: { by?: string | Acting } & Partial<ActOnHandoff> = {},
): Wish {
	return (told) => {
		const handoff = handoffOf(told, given.handoff);
		const { must } = needsOn(code, isPaired(handoff));
		const codes = Object.entries(plausible).filter(([need]) => must.some((one) => one === need));
		const dueAt = (delay: Parameters<Parameters<typeof latestDate>[2]>[0]) =>
			told.circumstances().calendar.dueAt(told.now, delay, handoff.to);
		return {
			type: "act-on-handoff",
			acting: by === undefined ? expectedFor(told, handoff, code) : actingAs(by),
			seen: told.situation.position,
			handoff: handoff.id,
			act: code,
			codes: Object.fromEntries(codes),
			...(must.includes("matched") ? { matched: true } : {}),
			...(must.includes("referent") ? { referent: `${handoff.to}-member` } : {}),
			...(must.includes("until") ? { until: latestDate(handoff, code, dueAt) } : {}),
			...(must.includes("reroutesTo") ? { reroutesTo: `${handoff.terms.to}-2` } : {}),
			...given,
		};
	};
}

/** To raise an interruption. */
export function raise(interruption: string, { by, seen }: Wishing = {}): Wish {
	return ({ situation }) => ({
		type: "raise-interruption",
		acting: actingAs(by ?? situation.openedBy),
		seen: seen ?? situation.position,
		interruption,
	});
}

/** To say which structure plays a role. */
export function bind(role: string, structure: string, { by, seen }: Wishing = {}): Wish {
	return ({ situation }) => ({
		type: "bind-role",
		acting: actingAs(by ?? coordinator),
		seen: seen ?? situation.position,
		role,
		structure,
	});
}

/** To name the structure that follows the whole. */
export function nameLead(structure: string, { by, seen }: Wishing = {}): Wish {
	return ({ situation }) => ({
		type: "name-lead",
		acting: actingAs(by ?? coordinator),
		seen: seen ?? situation.position,
		structure,
	});
}

/** To correct an entry: its answers, or its outcome too. */
export function correct(
	of: number,
	answers: Answers,
	{ outcome, by, seen }: Wishing & { outcome?: string } = {},
): Wish {
	return ({ situation }) => ({
		type: "correct-entry",
		acting: actingAs(by ?? situation.openedBy),
		seen: seen ?? situation.position,
		of,
		outcome,
		answers,
	});
}

/** A strike of a clock. */
export function strike(clock: ClockId, stage: Stage): Wish {
	return () => ({ type: "strike-clock", clock, stage });
}

/** By the system: to note that nobody acts. */
export function noteInactivity(stage: InactivityStage): Wish {
	return () => ({ type: "note-inactivity", stage });
}

/** To say that a situation without activity goes on. */
export function confirmFollowUp({ by, seen }: Wishing = {}): Wish {
	return ({ situation }) => ({
		type: "confirm-follow-up",
		acting: actingAs(by ?? situation.holders.course?.structure ?? situation.openedBy),
		seen: seen ?? situation.position,
		finding: "AWAITED",
	});
}

/** To close a situation without activity where it stands. */
export function acceptClosure({ by, seen }: Wishing = {}): Wish {
	return ({ situation }) => ({
		type: "accept-closure",
		acting: actingAs(by ?? situation.holders.course?.structure ?? situation.openedBy),
		seen: seen ?? situation.position,
		reason: "CONTACT_LOST",
	});
}

/** A handoff of a rehearsal, by default the latest. @throws RangeError when there is none */
export function handoffOf({ situation }: Rehearsal, id?: string): Handoff {
	const latest = Object.values(situation.handoffs).at(-1);
	const found = id === undefined ? latest : situation.handoffs[id];
	if (!found) throw new RangeError(`No handoff ${id ?? ""}.`);
	return found;
}

/** Who holds the part of a step. */
export function holderOf({ situation }: Rehearsal, step: string): string | undefined {
	return situation.holders[placed(situation, step).container.part]?.structure;
}

function actingAs(by: string | Acting): Acting {
	return typeof by === "string" ? memberOf(by) : by;
}

function expectedFor({ situation }: Rehearsal, handoff: Handoff, code: HandoffAct): Acting {
	const [party] = ruleOf(code).by as readonly Party[];
	if (party === "reception") return memberOf(handoff.to ?? "");
	if (party === "referent") {
		return memberOf(handoff.to ?? "", { actor: handoff.referent ?? "", reception: false });
	}
	if (party === "coordinator") return coordinator;
	return memberOf(party === "lead" ? (situation.lead ?? "") : handoff.from);
}
