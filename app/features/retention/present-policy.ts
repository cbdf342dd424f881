import type { Choice } from "#app/ui/select-field.tsx";
import type { Language } from "#protocols/language/text.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import {
	defaultRetention,
	longerReasons,
	type RetentionField,
	type RetentionPolicy,
	retentionLimits,
} from "#protocols/retention/policy.ts";

/** One duration: what it is now, what it may be, what is usual. In days. */
export type Duration = {
	name: RetentionField;
	days: number;
	least: number;
	most: number;
	usual: number;
};

/** What a coordinator sees of the retention of their territory. */
export type PolicyView = ReturnType<typeof presentPolicy>;

/** Words the retention of a territory. */
export function presentPolicy(policy: RetentionPolicy, language: Language) {
	const duration = (name: RetentionField): Duration => ({
		name,
		days: policy[name],
		...retentionLimits[name],
		usual: defaultRetention[name],
	});
	return {
		open: (["reminderDays", "proposalDays", "closureDays"] as const).map(duration),
		purge: duration("purgeDays"),
		longerReason: policy.longerReason ?? "",
		reasons: codesOf(longerReasons).map(
			(code): Choice => ({ value: code, label: longerReasons[code][language] }),
		),
	};
}
