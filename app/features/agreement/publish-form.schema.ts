import "#app/locales/needed/agreement.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { warningReasons } from "#protocols/language/vocabulary/agreement-codes.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";

/** A warning by its code and its place: `delay-without-basis@phases/0/steps/2`. */
const warning = z.string().regex(/^[a-z][a-z-]{0,59}@[a-zA-Z]{1,20}(?:\/[a-zA-Z0-9]{1,20}){0,12}$/);

/** A text by its place and its language: `welcome/guidance@fr`. */
const text = z.string().regex(/^[a-zA-Z0-9_-]{1,80}(?:\/[a-zA-Z0-9_-]{1,80}){0,6}@(?:fr|en)$/);

/** What stands between a version and its publication, one act each; then the publication itself. */
export const publishForm = z.discriminatedUnion("act", [
	z.object({
		act: z.literal("warning"),
		warning,
		reason: z.enum(codesOf(warningReasons), textKey("agreement:mistakes.reason")),
	}),
	z.object({ act: z.literal("text"), text }),
	z.object({ act: z.literal("publish"), consultation: z.string().regex(/^[\w-]{22}$/) }),
]);
