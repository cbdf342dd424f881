import type { ActOnHandoff } from "../commands.ts";
import { takesPart } from "../participation.ts";
import type { Refusal } from "../refusal.ts";
import { type Circumstances, type EpochMs, nobody, type Situation } from "../situation.ts";
import type { Acting } from "../story.ts";
import { handoffDelays } from "./delays.ts";
import { type Handoff, isPaired, stateOf } from "./handoff.ts";
import { type HandoffAct, handoffActCodes, hasEnded, type Party, ruleOf } from "./life.ts";
import { type Need, needsOn } from "./needs.ts";

/** Why an act on a handoff is refused, before what it would lead to is looked at. */
export function actRefusal(
	situation: Situation,
	handoff: Handoff,
	command: ActOnHandoff,
	circumstances: Circumstances,
): Refusal | undefined {
	const { act, acting, seen } = command;
	// Danger is never held back by an outdated page.
	if (seen < handoff.latestAct && act !== "IMMEDIATE_DANGER") return { code: "moved-on" };
	if (!isPossible(situation, handoff, act)) {
		return { code: "act-not-allowed", act, state: stateOf(handoff) };
	}
	if (!isParty(situation, handoff, acting, act)) return { code: "not-your-act", act };
	return (
		matchingRefusal(handoff, act) ??
		needsRefusal(handoff, command) ??
		onceRefusal(handoff, act) ??
		timeRefusal(situation, handoff, command) ??
		dateRefusal(handoff, command, circumstances) ??
		referentRefusal(handoff, command, circumstances)
	);
}

/** The acts that somebody may do on a handoff now, in the order of the table. */
export function possibleActs(situation: Situation, handoff: Handoff, acting: Acting): HandoffAct[] {
	return handoffActCodes.filter(
		(act) =>
			isPossible(situation, handoff, act) &&
			isParty(situation, handoff, acting, act) &&
			!matchingRefusal(handoff, act) &&
			!onceRefusal(handoff, act) &&
			!waitsForClock(handoff, act),
	);
}

function isPossible(situation: Situation, handoff: Handoff, act: HandoffAct): boolean {
	const { from, mode } = ruleOf(act);
	const fits =
		(mode === undefined || mode === handoff.terms.mode) && from.includes(stateOf(handoff));
	return fits && (act !== "RECALL_NUMBER" || mayStillBeLost(situation, handoff));
}

/** A number that has ended is recalled for whoever goes on with the situation under a code of its own. */
function mayStillBeLost(situation: Situation, handoff: Handoff): boolean {
	if (!hasEnded(stateOf(handoff))) return true;
	return situation.status === "open" && takesPart(situation, handoff.to ?? "");
}

function isParty(situation: Situation, handoff: Handoff, acting: Acting, act: HandoffAct): boolean {
	const { structure, actor, reception, coordinator, glass = [] } = acting;
	if (nobody.includes(structure)) return false;
	const recipient = handoff.to === structure;
	const plays: Record<Party, boolean> = {
		sender: handoff.from === structure && !isTooLateAlone(handoff, act),
		reception: recipient && reception,
		referent: recipient && (handoff.referent === actor || reception),
		lead: situation.lead === structure,
		coordinator,
		glass: coordinator && glass.includes(handoff.id),
		participant: recipient || takesPart(situation, structure),
		clock: false,
		system: false,
	};
	return ruleOf(act).by.some((party) => plays[party]);
}

/** After acceptance a sender takes nothing back alone, not even as an error. */
function isTooLateAlone({ acceptedAt }: Handoff, act: HandoffAct): boolean {
	return act === "REPORT_ERROR" && acceptedAt !== undefined;
}

/** Who has received a line says nothing more of finding it. */
function matchingRefusal(handoff: Handoff, act: HandoffAct): Refusal | undefined {
	return act === "NOT_MATCHED" && isPaired(handoff) ? { code: "already-matched" } : undefined;
}

function needsRefusal(handoff: Handoff, command: ActOnHandoff): Refusal | undefined {
	const { must, may = [] } = needsOn(command.act, isPaired(handoff));
	const given = givenNeeds(command);
	const missing = must.find((need) => !given.has(need));
	if (missing === "matched") return { code: "not-matched" };
	if (missing) return { code: "code-missing", field: missing };
	const stray = [...given].find((need) => !must.includes(need) && !may.includes(need));
	return stray ? { code: "answer-unknown", field: stray } : undefined;
}

function givenNeeds({ codes, referent, until, reroutesTo, matched }: ActOnHandoff): Set<Need> {
	const all = { ...codes, referent, until, reroutesTo, matched: matched || undefined };
	const given = Object.entries(all).filter(([, value]) => [value ?? []].flat().length > 0);
	return new Set(given.map(([need]) => need as Need));
}

function onceRefusal(handoff: Handoff, act: HandoffAct): Refusal | undefined {
	const again =
		(act === "ASK_INFO" && handoff.infoAsked) || (act === "CONTEST" && handoff.contested);
	return again ? { code: "only-once", act } : undefined;
}

function delayRegion(handoff: Handoff): string {
	return (handoff.snapshot.value as { delay: string }).delay;
}

function waitsForClock(handoff: Handoff, act: HandoffAct): boolean {
	const region = delayRegion(handoff);
	if (act === "TAKE_BACK") return region !== "escalated";
	if (act === "ARBITRATE_CANCEL" || act === "ARBITRATE_MAINTAIN") {
		return region !== "overdue" && region !== "escalated";
	}
	// An outcome is read once.
	if (act === "READ_OUTCOME") {
		return (handoff.snapshot.value as { loop: string }).loop === "closed";
	}
	return false;
}

function timeRefusal(
	situation: Situation,
	handoff: Handoff,
	{ act }: ActOnHandoff,
): Refusal | undefined {
	if (!waitsForClock(handoff, act)) return undefined;
	if (act === "READ_OUTCOME") return { code: "only-once", act };
	const stage = act === "TAKE_BACK" ? "escalate" : "overdue";
	const strikes = situation.clocks[`handoff:${handoff.id}`]?.strikes ?? [];
	const from = strikes.find((strike) => strike.stage === stage)?.at ?? 0;
	return { code: "too-early", act, from };
}

function dateRefusal(
	handoff: Handoff,
	command: ActOnHandoff,
	{ now, calendar }: Circumstances,
): Refusal | undefined {
	if (command.until === undefined) return undefined;
	if (command.until <= now) return { code: "date-past" };
	const latest = latestDate(handoff, command.act, (delay) =>
		calendar.dueAt(now, delay, handoff.to),
	);
	return command.until > latest ? { code: "date-too-late", latest } : undefined;
}

/** The last instant that a given date may name: first contact, review of a suspension. */
export function latestDate(
	handoff: Handoff,
	act: HandoffAct,
	dueAt: (delay: {
		n: number;
		unit: "clock-hours" | "working-hours" | "working-days" | "calendar-days";
	}) => EpochMs,
): EpochMs {
	const delays = handoffDelays(handoff.terms);
	return dueAt(act === "ACCEPT" ? delays.firstContact : delays.reviewSuspension);
}

function referentRefusal(
	handoff: Handoff,
	{ referent }: ActOnHandoff,
	{ directory }: Circumstances,
): Refusal | undefined {
	if (referent === undefined || handoff.to === undefined) return undefined;
	return directory.isActiveMember(handoff.to, referent) ? undefined : { code: "referent-unknown" };
}
