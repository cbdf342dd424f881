import "#app/locales/needed/accounts.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";

/** What the sign-in form sends. */
export const signInForm = z.object({
	email: z
		.string({ error: textKey("accounts:signIn.emailMissing") })
		.trim()
		.min(1, textKey("accounts:signIn.emailMissing"))
		.max(254, textKey("accounts:signIn.emailOdd"))
		.regex(/^(\S+@\S+)?$/, textKey("accounts:signIn.emailOdd")),
	password: z
		.string({ error: textKey("accounts:signIn.passwordMissing") })
		.min(1, textKey("accounts:signIn.passwordMissing"))
		.max(256, textKey("accounts:signIn.wrong")),
});
