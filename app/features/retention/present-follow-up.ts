import type { Choice } from "#app/ui/select-field.tsx";
import type { FollowUpPage } from "#db/follow-up-page.ts";
import type { Language } from "#protocols/language/text.ts";
import {
	closureReasons,
	inactiveClosureReasons,
} from "#protocols/language/vocabulary/closure-reasons.ts";
import type { CodeList } from "#protocols/language/vocabulary/code-list.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";
import { followUpFindings } from "#protocols/language/vocabulary/follow-up-findings.ts";

/** A situation in which nobody acts, before somebody says what becomes of it. */
export type FollowUpView = ReturnType<typeof presentFollowUp>;

/** Words the situation, why it may go on and why it may close. */
export function presentFollowUp(page: FollowUpPage, language: Language) {
	const { handle, alias, ageBand, inactive, refusals, seen } = page;
	return {
		handle,
		alias,
		ageBand: ageBand ? fields.age_band.codes[ageBand][language] : null,
		activeAt: inactive?.activeAt ?? null,
		mayClose: refusals.closing === undefined,
		findings: choices(followUpFindings, Object.keys(followUpFindings), language),
		reasons: choices(closureReasons, inactiveClosureReasons, language),
		seen,
	};
}

function choices(list: CodeList, codes: readonly string[], language: Language): Choice[] {
	return codes.map((code) => ({ value: code, label: list[code]?.[language] ?? code }));
}
