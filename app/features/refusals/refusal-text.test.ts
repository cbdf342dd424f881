import { expect, test } from "vitest";
import type { RefusalCode } from "#protocols/casework/refusal.ts";
import { type AnyRefusal, type RefusalNames, refusalText } from "./refusal-text.ts";

const from = Date.UTC(2026, 10, 24, 13, 5);

/** One of each; the compiler asks for the codes that are missing. */
const examples: { [Code in RefusalCode | "key-reused"]: Extract<AnyRefusal, { code: Code }> } = {
	"moved-on": { code: "moved-on" },
	"situation-closed": { code: "situation-closed" },
	"step-not-open": { code: "step-not-open", step: "watch", open: [] },
	"not-your-step": { code: "not-your-step", role: "crip", boundTo: "s1" },
	"role-not-bound": { code: "role-not-bound", role: "crip" },
	"handoff-decides": { code: "handoff-decides", step: "watch" },
	"outcome-unknown": { code: "outcome-unknown", outcome: "X" },
	"outcome-not-allowed": { code: "outcome-not-allowed", outcome: "WATCH", because: "condition" },
	"answers-incomplete": { code: "answers-incomplete", missing: ["age_band", "adhesion"] },
	"answer-unknown": { code: "answer-unknown", field: "concern_level" },
	"handoffs-pending": { code: "handoffs-pending", handoffs: ["one", "two"] },
	"interruption-unknown": { code: "interruption-unknown", interruption: "x" },
	"cannot-raise": { code: "cannot-raise", interruption: "runaway" },
	"not-part-of-it": { code: "not-part-of-it" },
	"not-holder": { code: "not-holder" },
	"structure-not-available": { code: "structure-not-available", structure: "s1", role: "crip" },
	"not-your-entry": { code: "not-your-entry" },
	"too-late-to-change-outcome": { code: "too-late-to-change-outcome" },
	"not-a-handoff-step": { code: "not-a-handoff-step", step: "watch" },
	"already-handed-off": { code: "already-handed-off", step: "watch" },
	"wrong-number-of-recipients": { code: "wrong-number-of-recipients", most: 3 },
	"to-yourself": { code: "to-yourself" },
	"handoff-unknown": { code: "handoff-unknown" },
	"act-not-allowed": { code: "act-not-allowed", act: "ACCEPT", state: "received.toStudy" },
	"not-your-act": { code: "not-your-act", act: "ACCEPT" },
	"code-missing": { code: "code-missing", field: "declineReason" },
	"not-matched": { code: "not-matched" },
	"already-matched": { code: "already-matched" },
	"needs-two-people": { code: "needs-two-people" },
	"needs-matching-role": { code: "needs-matching-role" },
	"other-protocol": { code: "other-protocol" },
	"cannot-move": { code: "cannot-move", because: { code: "not-coordinator" } },
	"only-once": { code: "only-once", act: "CONTEST" },
	"too-early": { code: "too-early", act: "TAKE_BACK", from },
	"date-too-late": { code: "date-too-late", latest: from },
	"date-past": { code: "date-past" },
	"referent-unknown": { code: "referent-unknown" },
	"outcome-to-choose": { code: "outcome-to-choose", outcomes: ["WATCH", "RISK"] },
	"not-inactive": { code: "not-inactive" },
	"needs-arbitration": { code: "needs-arbitration", because: ["handoff"] },
	"key-reused": { code: "key-reused" },
};

const twoWays: AnyRefusal[] = [
	{ code: "outcome-not-allowed", outcome: "WATCH", because: "rounds", beyond: "RISK" },
	{ code: "too-early", act: "TAKE_BACK", from: 0 },
	{ code: "wrong-number-of-recipients", most: 0 },
	{ code: "wrong-number-of-recipients", most: 1 },
	{ code: "handoffs-pending", handoffs: ["one"] },
];

test.each(["fr", "en"] as const)(
	"every refusal is worded in %s, its facts filled in",
	async (language) => {
		for (const refusal of [...Object.values(examples), ...twoWays]) {
			const { what, nothing, next } = await refusalText(refusal, language, names);

			for (const words of [what, nothing, next]) {
				expect(words, refusal.code).toMatch(/^[\p{Lu}\d].*\.$/u);
				expect(words, refusal.code).not.toMatch(/\{\{|refusals:|undefined/);
			}
		}
	},
);

test("facts are said by their names and dates, never by their ids", async () => {
	const boundElsewhere = await refusalText(examples["not-your-step"], "fr", names);
	const early = await refusalText(examples["too-early"], "fr", names);
	const spent = await refusalText(twoWays[0] ?? examples["moved-on"], "en", names);
	const missing = await refusalText(examples["answers-incomplete"], "fr", names);

	expect(plain(boundElsewhere.what)).toContain("« rôle crip », que porte Structure s1");
	expect(plain(early.what)).toContain("à partir du mardi 24 novembre 2026 à 14 h 05");
	expect(spent.next).toContain("“outcome RISK”");
	expect(missing.what).toContain("Tranche d'âge, Position du jeune");
});

const names: RefusalNames = {
	structure: (id) => `Structure ${id}`,
	role: (id) => `rôle ${id}`,
	step: (id) => `step ${id}`,
	outcome: (code) => `outcome ${code}`,
	interruption: (id) => `interruption ${id}`,
	timeZone: "Europe/Paris",
};

function plain(words: string): string {
	return words.replaceAll("\u00a0", " ");
}
