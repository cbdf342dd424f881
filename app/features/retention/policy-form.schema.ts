import "#app/locales/needed/retention.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import {
	checkRetention,
	longerReasons,
	type RetentionField,
	type RetentionPolicy,
	type RetentionRefusal,
} from "#protocols/retention/policy.ts";

const notANumber = textKey("retention:policy.notANumber");
const days = z
	.string({ error: notANumber })
	.trim()
	.regex(/^\d{1,5}$/, notANumber)
	.transform(Number);

const reason = z
	.enum(["", ...codesOf(longerReasons)])
	.transform((code) => (code === "" ? null : code));

/** How long a territory keeps what, as the coordinator writes it; the rules are those of the store. */
export const policyForm = z
	.object({
		reminderDays: days,
		proposalDays: days,
		closureDays: days,
		purgeDays: days,
		longerReason: reason,
	})
	.superRefine((policy: RetentionPolicy, issues) => {
		for (const refusal of checkRetention(policy)) {
			issues.addIssue({ code: "custom", path: [fieldOf(refusal)], message: wordsOf(refusal) });
		}
	});

function fieldOf(refusal: RetentionRefusal): RetentionField | "longerReason" {
	return "field" in refusal ? refusal.field : "longerReason";
}

/** The text that words what is wrong with a policy. */
export function wordsOf(refusal: RetentionRefusal) {
	switch (refusal.code) {
		case "too-short":
			return textKey(`retention:policy.tooShort.${refusal.field}`);
		case "too-long":
			return textKey(`retention:policy.tooLong.${refusal.field}`);
		case "too-close":
			return refusal.field === "proposalDays"
				? textKey("retention:policy.tooClose.proposalDays")
				: textKey("retention:policy.tooClose.closureDays");
		case "reason-missing":
			return textKey("retention:policy.reasonMissing");
		case "reason-needless":
			return textKey("retention:policy.reasonNeedless");
	}
}
