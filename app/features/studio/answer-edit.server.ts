import { type ActionFunctionArgs, json, redirect } from "@remix-run/node";
import { languageOf } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import type { Member } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import type { DraftEdited } from "#db/draft-edits.ts";
import { editDraft, redoEdit, undoEdit } from "#db/draft-edits.ts";
import { draftAt, logOf } from "#db/draft-log.ts";
import { draftOf } from "#db/drafts.ts";
import { spellPart } from "#protocols/editing/part-ref.ts";
import { rebased } from "#protocols/editing/rebase.ts";
import type { EditAnswer } from "./edit-answer.ts";
import { commandOf } from "./forms/command-of.ts";
import { type ChangeForm, type EditForm, editForm } from "./forms/edit-form.schema.ts";
import { touched } from "./forms/touched.ts";
import { partAnchor } from "./part-anchor.ts";
import { presentRefusal } from "./present-refusal.ts";

/** Carries out what a form of the editor asks: kept, or refused with everything that was written. */
export async function answerEdit(args: ActionFunctionArgs, member: Member) {
	const draftId = args.params.draftId ?? "";
	const { db } = args.context.services;
	const draft = draftOf(db, { territoryId: member.territoryId, draftId }) ?? notFound();

	const form = await parseForm(args.request, editForm);
	if (!form.ok) {
		const { errors, values } = form;
		return json<EditAnswer>({ form: String(values.form), errors, values }, 422);
	}
	const edited = carryOut(args, member, form.data);
	if (edited.ok) return kept(draftId, form.data, { ...edited, before: draft.revision });

	const refusal = presentRefusal(edited.refusal, languageOf(args.request));
	return json<EditAnswer>({ form: form.data.form, refusal, values: written(form.data) }, 409);
}

/**
 * A form that sent itself stays where it is; any other leads to the part that it made or changed. A
 * role is complete once it is named, and seldom comes alone: the next one is added from where one is.
 */
function kept(draftId: string, form: EditForm, { revision, before, selected }: Kept) {
	if (form.auto) return json<EditAnswer>({ saved: { revision, made: revision > before } });
	const made = form.act === "add-role" ? undefined : selected;
	const part = spellPart(made ?? form.part);
	return redirect(`${paths.draftPart(draftId, part)}#${partAnchor}`, 303);
}

type Kept = Extract<DraftEdited, { ok: true }> & { before: number };

function carryOut(args: ActionFunctionArgs, member: Member, form: EditForm): DraftEdited {
	const { db, clock } = args.context.services;
	const key = { territoryId: member.territoryId, draftId: args.params.draftId ?? "" };
	const move = { ...key, seen: form.over ?? form.seen, by: member.memberId, at: clock.now() };
	if (form.act === "undo") return undoEdit(db, move);
	if (form.act === "redo") return redoEdit(db, move);

	const draft = draftOf(db, key) ?? notFound();
	const shown = draftAt(draft, logOf(db, draft.id), form.seen) ?? draft.protocol;
	const wish = commandOf(form as ChangeForm) ?? badRequest();
	const changed = touched(shown, wish);
	// What stands already as it was wished is nobody's to lose.
	const command = changed && touched(draft.protocol, rebased(shown, draft.protocol, changed));
	if (!command) return { ok: true, revision: draft.revision };
	return editDraft(db, { ...move, command });
}

/** What was written, as the form shows it again. */
function written(form: EditForm): Record<string, string | string[]> {
	return Object.fromEntries(
		Object.entries(form).flatMap(([name, value]): [string, string | string[]][] => {
			if (Array.isArray(value)) return [[name, value.map(String)]];
			if (value === true) return [[name, "yes"]];
			return typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [];
		}),
	);
}

function badRequest(): never {
	throw new Response(null, { status: 400, statusText: "Bad Request" });
}
