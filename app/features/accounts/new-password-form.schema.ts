import "#app/locales/needed/joining.ts";
import "#app/locales/needed/recovery.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { newPassword } from "./join-form.schema.ts";
import { isEasyPassword } from "./password-rules.ts";

/** A new password for an account that is known already. */
export function newPasswordForm(about: readonly string[]) {
	return z
		.object({ password: newPassword })
		.refine(({ password }) => !isEasyPassword(password, about), {
			path: ["password"],
			error: textKey("joining:passwordEasy"),
		});
}

/** The same, by whoever knows the one before. */
export function changePasswordForm(about: readonly string[]) {
	const current = z
		.string({ error: textKey("recovery:password.currentMissing") })
		.min(1, textKey("recovery:password.currentMissing"))
		.max(256, textKey("recovery:password.currentWrong"));
	return z
		.object({ currentPassword: current, password: newPassword })
		.refine(({ password }) => !isEasyPassword(password, about), {
			path: ["password"],
			error: textKey("joining:passwordEasy"),
		});
}
