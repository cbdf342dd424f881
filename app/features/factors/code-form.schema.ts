import "#app/locales/needed/factors.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";

/** A code of an application or on paper, as people type it. */
const typedCode = z
	.string({ error: textKey("factors:second.codeMissing") })
	.trim()
	.min(1, textKey("factors:second.codeMissing"))
	.regex(/^[\dA-Za-z]([\s-]?[\dA-Za-z]){0,11}$/, textKey("factors:second.codeOdd"));

/** What the page of the second factor sends. */
export const codeForm = z.object({ code: typedCode });

/** What the setting up of a code application sends: its first code; or that the page was read. */
export const setupForm = z.discriminatedUnion("step", [
	z.object({ step: z.literal("code"), code: typedCode }),
	z.object({ step: z.literal("done") }),
]);
