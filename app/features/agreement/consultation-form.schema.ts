import "#app/locales/needed/agreement.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import {
	agreementAnswers,
	agreementObjections,
} from "#protocols/language/vocabulary/agreement-codes.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { mostCharacters } from "./comment-limit.ts";

const answer = z
	.object({
		act: z.literal("answer"),
		answer: z.enum(codesOf(agreementAnswers), textKey("agreement:mistakes.answer")),
		objection: z
			.enum(["", ...codesOf(agreementObjections)])
			.transform((code) => (code === "" ? null : code)),
	})
	.superRefine(({ answer, objection }, issues) => {
		if ((answer === "agree") === (objection === null)) return;
		const message =
			answer === "agree"
				? textKey("agreement:mistakes.objectionNeedless")
				: textKey("agreement:mistakes.objectionMissing");
		issues.addIssue({ code: "custom", path: ["objection"], message });
	});

/** `read`: when the answer was given that the manager has on screen. They sign no other. */
const sign = z.object({
	act: z.literal("sign"),
	read: z
		.string()
		.regex(/^\d{12,13}$/)
		.transform(Number),
});

const comment = z.object({
	act: z.literal("comment"),
	comment: z
		.string({ error: textKey("agreement:mistakes.commentMissing") })
		.transform((text) => text.replaceAll("\r\n", "\n").trim())
		.pipe(
			z
				.string()
				.min(1, textKey("agreement:mistakes.commentMissing"))
				.max(mostCharacters, textKey("agreement:mistakes.commentLong")),
		),
});

/** Whoever wrote a comment takes it back; the coordinator, any of them. */
const removal = z.object({
	act: z.literal("remove-comment"),
	removed: z.string().regex(/^[\w-]{22}$/),
});

/** What people do with a version that is consulted about; a form for each act. */
export const consultationForm = z.discriminatedUnion("act", [answer, sign, comment, removal]);
