import type { HandoffPage } from "#db/handoff-page.ts";
import type { Party, ToldMoment } from "#db/handoff-people.ts";
import { showAlias } from "#db/pseudonyms/alias.ts";
import { showCode } from "#db/pseudonyms/code.ts";
import { showWords } from "#db/pseudonyms/pairing-words.ts";
import { handoffDelays } from "#protocols/casework/handoff/delays.ts";
import { hasEnded } from "#protocols/casework/handoff/life.ts";
import { sayDuration } from "#protocols/compiler/wording.ts";
import type { HandoffTerms } from "#protocols/language/step.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";
import { handoffActions, mismatches } from "#protocols/language/vocabulary/handoff-codes.ts";
import { isPersonAct, type PersonAct, slugOf } from "./act-table.ts";
import { answerWords, codeLists, codeWords } from "./code-words.ts";

/** The acts that move a handoff forward, the one to offer first first. */
const forward: readonly PersonAct[] = [
	"SEND",
	"GIVE_INFO",
	"READ_OUTCOME",
	"ACKNOWLEDGE",
	"ACCEPT",
	"CONTACT",
	"RESUME",
	"CONFIRM",
	"REVIEW",
	"REROUTE",
	"RECORD_REFUSAL",
	"ARBITRATE_CANCEL",
	"TAKE_BACK",
	"DECLARE_RECEIVED",
	"DECLARE_ACCEPTED",
	"DECLARE_COMPLETED",
];

/** What the page of a handoff shows, in the reader's language. */
export type PresentedHandoff = ReturnType<typeof presentHandoff>;

/**
 * Words what one side may see of a handoff.
 *
 * @param elsewhere whether another structure could be asked
 */
export function presentHandoff(page: HandoffPage, language: Language, elsewhere = true) {
	const { terms, acts, shared, side } = page;
	const words = (list: string, codes: string | readonly string[] | undefined) =>
		codes === undefined ? null : codeWords(codeLists[list], codes, language);
	const possible = offeredActs(page);
	const ways = forward.filter((act) => possible.includes(act) && (elsewhere || act !== "REROUTE"));
	const primary = ways[0] ?? null;
	return {
		...presentTerms(terms, language),
		handle: page.handle,
		side,
		...presentMatching(page, language),
		moved: page.moved,
		alias: page.alias === null ? null : showAlias(page.alias),
		code: page.code === null ? null : showCode(page.code),
		situation: page.situation,
		step: say(page.step, language),
		external: terms.mode === "external",
		state: page.state,
		delay: page.delay,
		ladder: presentLadder(page, language),
		turn: page.turn,
		holder: page.holder,
		acceptedAt: page.acceptedAt,
		closed: page.closed,
		from: presentParty(page.from, language),
		to: presentParty(page.to, language, terms.mode === "external"),
		ageBand: ageBandWords(shared?.ageBand, language),
		shared: shared && answerWords(shared.answers, language),
		information: words("information", shared?.information),
		outcome: words("outcome", shared?.outcome),
		missing: words("missing", page.missing),
		referent: page.referent,
		life: page.life.map((moment) => presentMoment(moment, language)),
		beside: page.beside.map(({ to, ...other }) => ({
			...other,
			to: to ?? say(page.to.role, language),
		})),
		primary: primary && { act: primary, slug: slugOf(primary) },
		acts: possible.filter((act) => act !== primary).map((act) => ({ act, slug: slugOf(act) })),
		danger: acts.includes("IMMEDIATE_DANGER") ? slugOf("IMMEDIATE_DANGER") : null,
	};
}

/** What two people say to each other to be sure that they mean the same line. */
function presentMatching({ matching, state, terms }: HandoffPage, language: Language) {
	const { number, words, paired, unmatched, recalledUntil } = matching;
	const why = unmatched?.why ?? null;
	return {
		number: number === null ? null : showCode(number),
		words: words === null ? null : showWords(words),
		paired,
		/** Why the recipient has not found the line, while that matters. */
		unmatched: why === null || hasEnded(state) ? null : unmatchedWords(why, language),
		recalledUntil,
		pairs: terms.mode === "app" && !paired && !hasEnded(state) && state !== "draft",
	};
}

/** Silence says nothing: the text around it does. */
function unmatchedWords(why: keyof typeof mismatches | "SILENCE", language: Language) {
	return { said: why === "SILENCE" ? null : mismatches[why][language] };
}

/** Danger has its own place; what the sender declared itself needs no reading. */
function offeredActs({ acts, terms }: HandoffPage): PersonAct[] {
	const aside =
		terms.mode === "external" ? ["IMMEDIATE_DANGER", "READ_OUTCOME"] : ["IMMEDIATE_DANGER"];
	return acts.filter(isPersonAct).filter((act) => !aside.includes(act));
}

/** What is asked, how urgently, and within which delays. */
export function presentTerms(terms: HandoffTerms, language: Language) {
	const delays = handoffDelays(terms);
	const all = ["acknowledge", "decide", "firstContact"] as const;
	// What an external recipient does later is nobody's clock here.
	const first = terms.mode === "external" ? (["acknowledge"] as const) : all;
	return {
		asks: handoffActions[terms.asks][language],
		urgency: terms.urgency,
		delays: first.map((clock) => ({ clock, within: sayDuration(delays[clock], language) })),
		ifSilent: terms.ifSilent ? say(terms.ifSilent, language) : null,
	};
}

/** The age band in words; nothing where nobody said it. */
export function ageBandWords(codes: string | string[] | undefined, language: Language) {
	return codes === undefined ? null : codeWords(fields.age_band.codes, codes, language);
}

function presentParty({ name, phone, role }: Party, language: Language, external = false) {
	const roleWords = say(role, language);
	return { name: name ?? roleWords, known: external || name !== null, phone, role: roleWords };
}

/**
 * From one and a half times the delay on: that the coordinator was told, and whom to call. Where
 * nobody answered, that is still the one who was asked.
 */
function presentLadder({ rung, turn, state, side, from, to }: HandoffPage, language: Language) {
	if ((rung !== "coordinator" && rung !== "escalate") || turn === null) return null;
	const called = state === "unanswered" ? "recipient" : turn.side;
	const { name, phone, role } = called === "sender" ? from : to;
	return { rung, call: called === side ? null : { name: name ?? say(role, language), phone } };
}

function presentMoment(moment: ToldMoment, language: Language) {
	const { by, codes, ...told } = moment;
	const nobody = by === "clock" || by === "system";
	const role = nobody || !by.role ? null : say(by.role, language);
	return {
		...told,
		by: nobody ? { machine: by, name: null } : { machine: null, name: by.name ?? role },
		codes: Object.entries(codes).map(([list, given]) => ({
			list: list as keyof typeof codes,
			words: codeWords(codeLists[list], given, language),
		})),
	};
}

/** Whether whoever is not the recipient has to look for somebody else. */
export function looksElsewhere({ side, state, delay, terms }: HandoffPage): boolean {
	if (side === "recipient" || terms.mode === "external") return false;
	const waits = state === "sent" || state.startsWith("received");
	return state === "unanswered" || state === "declined" || (waits && delay === "escalated");
}
