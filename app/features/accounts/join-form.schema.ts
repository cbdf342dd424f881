import "#app/locales/needed/joining.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { isEasyPassword, passwordLength } from "./password-rules.ts";

const name = z
	.string({ error: textKey("joining:nameMissing") })
	.trim()
	.min(1, textKey("joining:nameMissing"))
	.max(80, textKey("joining:nameLong"));

const email = z
	.string({ error: textKey("joining:emailMissing") })
	.trim()
	.min(1, textKey("joining:emailMissing"))
	.max(254, textKey("joining:emailOdd"))
	.regex(/^([^\s@]+@[^\s@]+\.[^\s@]+)?$/, textKey("joining:emailOdd"));

/** The rules of a new password, each with its words. */
export const newPassword = z
	.string({ error: textKey("joining:passwordMissing") })
	.min(1, textKey("joining:passwordMissing"))
	.min(passwordLength.least, textKey("joining:passwordShort"))
	.max(passwordLength.most, textKey("joining:passwordLong"));

/** What somebody sends who comes by an invitation. */
export const joinForm = z
	.object({ name, email, password: newPassword })
	.refine(({ name, email, password }) => !isEasyPassword(password, [name, email]), {
		path: ["password"],
		error: textKey("joining:passwordEasy"),
	});

/** The same for whom a provider vouches: they have no password here. */
export const vouchedForm = z.object({ name, email });
