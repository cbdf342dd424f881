import "#app/locales/needed/retention.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { inactiveClosureReasons } from "#protocols/language/vocabulary/closure-reasons.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { followUpFindings } from "#protocols/language/vocabulary/follow-up-findings.ts";

/** What says that a situation goes on, beside what every form of casework carries. */
export const followUpForm = z.object({
	finding: z.enum(codesOf(followUpFindings), { error: textKey("retention:followUp.missing") }),
});

/** What closes a situation where it stands. */
export const closingForm = z.object({
	reason: z.enum(inactiveClosureReasons, { error: textKey("retention:closing.missing") }),
});
