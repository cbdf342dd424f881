import { type HandoffCodes, handoffCodes } from "./events.ts";
import { handoffDelays } from "./handoff/delays.ts";
import { type Handoff, isPaired } from "./handoff/handoff.ts";
import type { HandoffAct } from "./handoff/life.ts";
import { type Need, needsOn } from "./handoff/needs.ts";
import type { Cast } from "./scenario-commands.ts";
import type { Circumstances, EpochMs } from "./situation.ts";

const samples: Record<string, string | string[]> = {
	age_band: "A15_17",
	majority_horizon: "GT12M",
	protection_status: "NONE_KNOWN",
	concern_level: "L3_DANGER",
	situation_stage: "EXPOSURE",
	runaway_status: "CURRENT",
	adhesion: "AMBIVALENT",
	information_given: ["MINOR_YES", "HOLDERS_YES"],
	formal_route: "IP",
	source_type: "OUTREACH",
	sign_family: ["ABSENCE"],
	exposure_context: "UNK",
	gender: "X",
	other_territory: "NO",
};

/** Plausible answers to any questions, the same each time. */
export function sampleAnswers(questions: readonly string[]) {
	return Object.fromEntries(questions.map((field) => [field, samples[field] ?? "UNK"]));
}

const sampleCodes = {
	identityBy: "PHONE",
	mismatch: "NO_CALL",
	declineReason: "CAPACITY",
	redirectReason: "BETTER_FIT",
	suspensionReason: "RUNAWAY",
	missing: ["CONCERN_LEVEL"],
	phone: "WILL_ANSWER",
	contact: "MET",
	review: "GOES_WELL",
	outcome: "OBJECTIVE_REACHED",
	declaredBy: "PHONE",
} as const;

/** What an act of a story says where the story does not: codes, a referent, a date, a new recipient. */
export function handoffNeeds(
	event: HandoffAct,
	act: { outcome?: string; reason?: string },
	handoff: Handoff,
	cast: Cast,
	circumstances: Circumstances,
) {
	const { from, to = "", terms } = handoff;
	const others = cast.structuresFor(terms.to).filter((other) => other !== to && other !== from);
	const { must } = needsOn(event, isPaired(handoff));
	return {
		codes: codesFor(must, act),
		...(must.includes("matched") ? { matched: true } : {}),
		...(must.includes("referent") ? { referent: cast.professionalOf(to) } : {}),
		...(must.includes("until") ? { until: dateFor(event, handoff, circumstances) } : {}),
		...(must.includes("reroutesTo") ? { reroutesTo: others[0] } : {}),
	};
}

function codesFor(must: readonly Need[], act: { outcome?: string; reason?: string }): HandoffCodes {
	const sampled = must.filter((need) => need in sampleCodes);
	const codes = Object.fromEntries(
		sampled.map((need) => [need, sampleCodes[need as keyof typeof sampleCodes]]),
	);
	return handoffCodes.parse({
		...codes,
		...(must.includes("next") ? { next: act.outcome ? "OUTCOME" : "GO_ON" } : {}),
		...(act.reason && must.includes("declineReason") ? { declineReason: act.reason } : {}),
	});
}

function dateFor(event: HandoffAct, handoff: Handoff, { now, calendar }: Circumstances): EpochMs {
	const { firstContact, reviewSuspension } = handoffDelays(handoff.terms);
	return calendar.dueAt(now, event === "ACCEPT" ? firstContact : reviewSuspension, handoff.to);
}
