import { expect, test } from "vitest";
import { en } from "#app/locales/en.ts";
import { fr } from "#app/locales/fr.ts";
import { defaultRetention } from "#protocols/retention/policy.ts";
import { policyForm } from "./policy-form.schema.ts";
import { presentPolicy } from "./present-policy.ts";

const sent = {
	reminderDays: "60",
	proposalDays: "90",
	closureDays: "180",
	purgeDays: "90",
	longerReason: "",
};

test("what is sent is read as days, and no reason as none", () => {
	expect(policyForm.parse(sent)).toEqual(defaultRetention);
	expect(policyForm.parse({ ...sent, purgeDays: " 30 " }).purgeDays).toBe(30);
	expect(
		policyForm.parse({ ...sent, purgeDays: "365", longerReason: "PROCEEDINGS" }),
	).toMatchObject({ purgeDays: 365, longerReason: "PROCEEDINGS" });
});

test.each([
	["no number", { reminderDays: "two months" }, "reminderDays", "notANumber"],
	["nothing", { closureDays: "" }, "closureDays", "notANumber"],
	["half a day", { purgeDays: "30.5" }, "purgeDays", "notANumber"],
	["a minus", { purgeDays: "-30" }, "purgeDays", "notANumber"],
	["too short a reminder", { reminderDays: "13" }, "reminderDays", "tooShort.reminderDays"],
	["too short a proposal", { proposalDays: "27" }, "proposalDays", "tooShort.proposalDays"],
	["too short a closure", { closureDays: "55" }, "closureDays", "tooShort.closureDays"],
	["too short a purge", { purgeDays: "0" }, "purgeDays", "tooShort.purgeDays"],
	["too long a reminder", { reminderDays: "61" }, "reminderDays", "tooLong.reminderDays"],
	["too long a proposal", { proposalDays: "91" }, "proposalDays", "tooLong.proposalDays"],
	["too long a closure", { closureDays: "181" }, "closureDays", "tooLong.closureDays"],
	["too long a purge", { purgeDays: "731" }, "purgeDays", "tooLong.purgeDays"],
	["a proposal on the heels", { proposalDays: "73" }, "proposalDays", "tooClose.proposalDays"],
	["a closure on the heels", { closureDays: "103" }, "closureDays", "tooClose.closureDays"],
	["no reason", { purgeDays: "91" }, "longerReason", "reasonMissing"],
	["a needless reason", { longerReason: "REOPENINGS" }, "longerReason", "reasonNeedless"],
])("%s is said beside its field, in words of both languages", (_, change, field, words) => {
	const parsed = policyForm.safeParse({ ...sent, ...change });

	const [issue] = parsed.error?.issues ?? [];
	expect(issue).toMatchObject({ path: [field], message: `retention:policy.${words}` });
	expect([at(fr.retention.policy, words), at(en.retention.policy, words)]).toEqual([
		expect.stringMatching(/\.$/),
		expect.stringMatching(/\.$/),
	]);
});

test("a coordinator sees what is set, what may be set, and what is usual", () => {
	const view = presentPolicy({ ...defaultRetention, reminderDays: 20 }, "fr");

	expect(view.open[0]).toEqual({ name: "reminderDays", days: 20, least: 14, most: 60, usual: 60 });
	expect(view.purge).toMatchObject({ days: 90, most: 730 });
	expect(view.reasons.map(({ label }) => label)).toEqual(
		expect.arrayContaining([expect.stringContaining("analyse d'impact")]),
	);
});

function at(words: object, path: string): unknown {
	return path
		.split(".")
		.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], words);
}
