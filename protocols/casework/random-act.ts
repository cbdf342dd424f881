import { endOf } from "#protocols/language/step.ts";
import type { ActOnHandoff } from "./commands.ts";
import { handoffCodes } from "./events.ts";
import { awaitsReading } from "./handoff/delays.ts";
import { type Handoff, isLive, isPaired } from "./handoff/handoff.ts";
import { type HandoffAct, handoffActCodes } from "./handoff/life.ts";
import { type Need, needsOn } from "./handoff/needs.ts";
import { latestDate, possibleActs } from "./handoff/permission.ts";
import { memberAt, pageOf, pick, rarely, somebody, type Throw } from "./random-choice.ts";
import { placed } from "./situation.ts";
import type { Acting } from "./story.ts";

const codesOf: Partial<Record<Need, readonly unknown[]>> = {
	identityBy: ["PHONE", "SECURE_MAIL"],
	mismatch: ["NUMBER_DIFFERS", "NO_CALL"],
	declineReason: ["CAPACITY", "AGE_LIMIT", "YOUTH_NOT_NOW"],
	redirectReason: ["BETTER_FIT", "NEARER"],
	suspensionReason: ["RUNAWAY", "HOSPITAL"],
	missing: [["AGE_BAND"], ["CONCERN_LEVEL", "FORMAL_ROUTE"]],
	phone: ["WILL_ANSWER", "ACCEPTS", "DECLINES", "UNREACHABLE"],
	contact: ["MET", "PHONE"],
	review: ["GOES_WELL", "STANDS_STILL"],
	outcome: ["OBJECTIVE_REACHED", "NOT_REACHED"],
	next: ["GO_ON", "OUTCOME", "OUTCOME", "DANGER"],
	declaredBy: ["PHONE", "BY_HAND"],
};

/** What ends a story early, or begins another one, happens less often than the rest. */
const seldom = new Set<HandoffAct>([
	"REPORT_ERROR",
	"IMMEDIATE_DANGER",
	"WITHDRAW",
	"DISCARD",
	"REACHED_BY_PHONE",
	"NOT_MATCHED",
	"RECALL_NUMBER",
	"CHANGE_REFERENT",
]);

/** What somebody does to a handoff; nothing where there is none. */
export function randomAct(thrown: Throw): ActOnHandoff | undefined {
	const { situation, chance } = thrown;
	const all = Object.values(situation.handoffs);
	const waiting = all.filter((one) => isLive(one) || awaitsReading(one));
	const among = rarely(chance, 25) ? all : waiting;
	if (among.length === 0) return undefined;
	const handoff = pick(chance, among);
	const acting = actorOn(thrown, handoff);
	const act = actOf(thrown, possibleActs(situation, handoff, acting));
	return {
		type: "act-on-handoff",
		acting,
		seen: pageOf(thrown),
		handoff: rarely(chance, 60) ? "no-such-handoff" : handoff.id,
		act,
		...randomNeeds(thrown, handoff, act),
		...randomOutcome(thrown, handoff),
	};
}

/** Mostly somebody who can do something now. */
function actorOn(thrown: Throw, handoff: Handoff): Acting {
	const { situation, chance } = thrown;
	const { from, to = from, referent = "nobody" } = handoff;
	const referring = { ...memberAt(to), actor: referent, reception: false };
	const coordinating = { ...memberAt("coordination"), coordinator: true };
	const others = rarely(chance, 6) ? [coordinating, memberAt(situation.lead ?? from)] : [];
	const able = [memberAt(from), memberAt(to), referring, ...others].filter((acting) =>
		possibleActs(situation, handoff, acting).some((act) => !seldom.has(act)),
	);
	return able.length === 0 || rarely(chance, 15) ? somebody(thrown, to) : pick(chance, able);
}

function actOf({ chance }: Throw, possible: HandoffAct[]): HandoffAct {
	if (possible.length === 0 || rarely(chance, 12)) return pick(chance, handoffActCodes);
	const usual = possible.filter((act) => !seldom.has(act));
	return pick(chance, usual.length > 0 && !rarely(chance, 12) ? usual : possible);
}

/** What the act needs, seldom one thing less or more. */
function randomNeeds(thrown: Throw, handoff: Handoff, act: HandoffAct) {
	const { people, chance } = thrown;
	const { must, may = [] } = needsOn(act, isPaired(handoff));
	const optional = may.filter((need) => need !== "suggests" && rarely(chance, 3));
	const stray: Need[] = rarely(chance, 60) ? ["phone"] : [];
	const given = [...must, ...optional, ...stray].filter(() => !rarely(chance, 60));
	const codes = given.flatMap((need) => {
		const choices = codesOf[need];
		return choices ? [[need, pick(chance, choices)] as const] : [];
	});
	const member = rarely(chance, 20) ? `${handoff.to}-gone` : `${handoff.to}-member`;
	const holding = people.holding.get(handoff.terms.to) ?? [];
	const others = holding.length === 0 || rarely(chance, 10) ? people.structures : holding;
	return {
		codes: handoffCodes.parse(Object.fromEntries(codes)),
		...(given.includes("matched") ? { matched: !rarely(chance, 20) } : {}),
		...(given.includes("referent") ? { referent: member } : {}),
		...(given.includes("until") ? { until: randomDate(thrown, handoff, act) } : {}),
		...(given.includes("reroutesTo") ? { reroutesTo: pick(chance, others) } : {}),
	};
}

/** A date in time, seldom one that is past or too late. */
function randomDate({ circumstances, chance }: Throw, handoff: Handoff, act: HandoffAct): number {
	const { now, calendar } = circumstances;
	const latest = latestDate(handoff, act, (delay) => calendar.dueAt(now, delay, handoff.to));
	if (rarely(chance, 20)) return now - 1;
	if (rarely(chance, 20)) return latest + 1;
	return now + 1 + chance(latest - now);
}

/** The outcome of the step that is chosen, where somebody chooses one. */
function randomOutcome({ situation, chance }: Throw, { step }: Handoff) {
	const outcomes = placed(situation, step).step.outcomes.filter((one) => endOf(one) !== undefined);
	if (outcomes.length === 0 || chance(3) > 0) return {};
	return { outcome: pick(chance, outcomes).code };
}
