import "#app/locales/needed/agreement.ts";
import { Form } from "@remix-run/react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextArea } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { mostCharacters } from "./comment-limit.ts";

/** A comment as its readers see it; the name of a structure that protects somebody is left out. */
export type CommentView = {
	id: string;
	text: string;
	at: number;
	label: string;
	structure: string | null;
	/** The reader wrote it, or coordinates. */
	removable: boolean;
};

/** What the action answered: beside the errors, the words that the guard saw. */
export type CommentAnswer = FormAnswer & { seen?: readonly string[] };

type Props = {
	comments: CommentView[];
	/** Comments are taken while the consultation is open. */
	open: boolean;
	timeZone: string;
	answer: CommentAnswer | undefined;
};

/** What partners say of the version in their own words, and a field for one's own. */
export function CommentList({ comments, open, timeZone, answer }: Props) {
	const t = useT("agreement");
	return (
		<Section title={t("comments.title")}>
			<p className="mb-4 max-w-measure text-ink-soft">{t("comments.lead")}</p>
			{comments.length === 0 ? (
				<p className="mb-6">{t("comments.none")}</p>
			) : (
				<ul className="mb-8 space-y-5">
					{comments.map((comment) => (
						<li
							key={comment.id}
							id={`comment-${comment.id}`}
							className="border-l-2 border-rule pl-4"
						>
							<p className="max-w-measure whitespace-pre-line break-words">{comment.text}</p>
							<p className="mt-1 text-small text-ink-soft">
								<Author comment={comment} timeZone={timeZone} />
							</p>
							{comment.removable ? <Removal id={comment.id} /> : null}
						</li>
					))}
				</ul>
			)}
			{open ? <CommentForm answer={answer} /> : null}
		</Section>
	);
}

function Author({ comment, timeZone }: { comment: CommentView; timeZone: string }) {
	const t = useT("agreement");
	const { dateTime } = useFormat(timeZone);
	const { label, structure, at } = comment;
	const when = dateTime(at);
	return structure === null
		? t("comments.byUnknown", { label, when })
		: t("comments.by", { label, structure, when });
}

function Removal({ id }: { id: string }) {
	const t = useT("agreement");
	return (
		<Form method="post">
			<HiddenFields values={{ act: "remove-comment", removed: id }} />
			<Button kind="quiet">{t("comments.remove")}</Button>
		</Form>
	);
}

const schema = () =>
	import("./consultation-form.schema.ts").then(({ consultationForm }) => consultationForm);

function CommentForm({ answer }: Pick<Props, "answer">) {
	const t = useT("agreement");
	const own = answer?.values?.act === "comment" ? answer : undefined;
	const form = useKindForm(own ? { answer: own, schema } : { schema });
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			{own?.seen ? (
				<p className="mb-4 max-w-measure break-words font-semibold">
					{t("comments.seen", { words: own.seen.join(", ") })}
				</p>
			) : null}
			<HiddenFields values={{ act: "comment" }} />
			<TextArea
				{...form.field("comment")}
				label={t("comments.label")}
				hint={t("comments.hint")}
				rows={4}
				maxLength={mostCharacters}
				autoComplete="off"
			/>
			<Actions>
				<Button kind="secondary">{t("comments.submit")}</Button>
			</Actions>
		</Form>
	);
}
