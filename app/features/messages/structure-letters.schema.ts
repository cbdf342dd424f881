import "#app/locales/needed/messages.ts";
import { z } from "zod";
import { languages } from "#app/i18n/languages.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { longestMailbox } from "./choices.ts";

/** What a structure decides about its letters. */
export const structureLettersForm = z
	.object({
		urgentTo: z.enum(["everyone", "reception"], textKey("messages:structure.urgentMissing")),
		mailbox: z
			.string({ error: textKey("messages:structure.mailboxOdd") })
			.trim()
			.max(longestMailbox, textKey("messages:structure.mailboxLong"))
			.regex(
				/^$|^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/,
				textKey("messages:structure.mailboxOdd"),
			)
			.transform((address) => (address === "" ? null : address.toLowerCase())),
		mailboxNotices: z.literal("yes").optional(),
		language: z.enum(languages, textKey("messages:languageMissing")),
	})
	.refine(({ mailbox, mailboxNotices }) => mailbox !== null || mailboxNotices === undefined, {
		path: ["mailbox"],
		message: textKey("messages:structure.mailboxMissing"),
	});
