import "#app/locales/needed/agreement.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { id } from "#protocols/language/text.ts";

const least = z
	.string({ error: textKey("agreement:mistakes.least") })
	.trim()
	.regex(/^(?:[1-9]\d?|[1-4]\d\d|500)?$/, textKey("agreement:mistakes.least"))
	.transform((number) => (number === "" ? null : Number(number)));

/** Who must sign before a protocol is published, as the coordinator says it. */
export const ruleForm = z
	.object({
		scope: z.enum(["everyone", "chosen"], textKey("agreement:mistakes.scope")),
		roles: z.array(id),
		structures: z.array(z.string().regex(/^[A-Za-z0-9_-]{1,80}$/)),
		least,
		reservation: z.enum(["passes", "blocks"], textKey("agreement:mistakes.reservation")),
	})
	.superRefine(({ scope, roles, structures }, issues) => {
		if (scope === "everyone" || roles.length + structures.length > 0) return;
		issues.addIssue({
			...{ code: "custom", path: ["roles"] },
			message: textKey("agreement:mistakes.nobodyChosen"),
		});
	});
