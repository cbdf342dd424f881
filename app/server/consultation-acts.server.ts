import type { z } from "zod";
import type { consultationForm } from "#app/features/agreement/consultation-form.schema.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { type AnswerRefusal, answerConsultation, countersign } from "#db/consultation-answers.ts";
import { addComment, removeComment } from "#db/consultation-comments.ts";
import type { Consultation } from "#db/consultations.ts";
import { momentOf } from "./casework.server.ts";
import type { Member } from "./member.server.ts";
import { may } from "./policy.server.ts";
import type { Services } from "./services.server.ts";

type Wish = z.output<typeof consultationForm>;
type Errors = Record<string, string[]>;

/** What came of an act on a consultation: done, or what to say on the page. */
export type Acted =
	| { ok: true }
	| {
			ok: false;
			answer: { errors: Errors; values: Record<string, string>; seen?: string[] };
			status: 409 | 422;
	  };

/** Does what is asked: answer, countersign, comment, take a comment away. */
export function actOnConsultation(
	services: Services,
	member: Member,
	{ id: consultationId }: Consultation,
	wish: Wish,
): Acted {
	const { db } = services;
	const moment = momentOf(services);
	switch (wish.act) {
		case "answer": {
			const { answer, objection } = wish;
			const given = { consultationId, saying: { answer, objection } };
			return acted(answerConsultation(db, moment, member, given), wish.act);
		}
		case "sign": {
			const signed = { consultationId, read: wish.read };
			return acted(countersign(db, moment, member, signed), wish.act);
		}
		case "comment":
			return comment(services, member, consultationId, wish.comment);
		case "remove-comment": {
			const any = may(member, "publish-protocol");
			const removed = removeComment(db, moment, member, { consultationId, id: wish.removed, any });
			return acted(removed ? undefined : "no-comment", wish.act);
		}
	}
}

function acted(refusal: AnswerRefusal | "no-comment" | undefined, act: Wish["act"]): Acted {
	if (!refusal) return { ok: true };
	const errors = { form: [textKey(`agreement:refusals.${refusal}`)] };
	return { ok: false, answer: { errors, values: { act } }, status: 409 };
}

/** What the guard saw goes back to the page, and nowhere else. */
function comment(services: Services, member: Member, consultationId: string, text: string): Acted {
	const { territoryId } = member;
	const said = addComment(services.db, momentOf(services), member, {
		...{ territoryId, consultationId, text },
	});
	const values = { act: "comment", comment: text };
	switch (said.state) {
		case "shown":
			return { ok: true };
		case "ended": {
			const errors = { form: [textKey("agreement:refusals.ended")] };
			return { ok: false, answer: { errors, values }, status: 409 };
		}
		case "refused": {
			const errors = { comment: [textKey("agreement:refusals.comment")] };
			const seen = said.seen.map(({ seen: words }) => words);
			return { ok: false, answer: { errors, values, seen }, status: 422 };
		}
	}
}
