import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useEditing } from "../editing.ts";
import { EditorForm } from "../editor-form.tsx";
import type { PartView } from "../present-part.ts";
import { MoveButton } from "./move-button.tsx";
import { stepSections } from "./step-contents.tsx";

/** What can be done with a part as a whole. */
export function PartActs({ part }: { part: PartView }) {
	const t = useT("studio");
	const { acts } = part;
	if (!acts.deletes) return null;
	const moved = (beside: Record<string, string>) => ({ moved: part.part, ...beside });
	return (
		<section
			id={stepSections.acts}
			tabIndex={-1}
			aria-label={t("part.acts.title")}
			className="mt-8 scroll-mt-4 border-t border-rule pt-3"
		>
			<div className="flex flex-wrap gap-x-6">
				{acts.before ? (
					<MoveButton
						id="move-up"
						act="move-part"
						hidden={moved({ before: acts.before })}
						label={t("part.acts.up")}
					/>
				) : null}
				{acts.after ? (
					<MoveButton
						id="move-down"
						act="move-part"
						hidden={moved({ after: acts.after })}
						label={t("part.acts.down")}
					/>
				) : null}
				{acts.duplicates ? (
					<MoveButton
						id="duplicate"
						act="duplicate-part"
						hidden={{ copied: part.part }}
						label={t("part.acts.duplicate")}
					/>
				) : null}
			</div>
			{acts.places.length > 0 ? <MoveElsewhere part={part} /> : null}
			<Delete part={part} />
		</section>
	);
}

function MoveElsewhere({ part }: { part: PartView }) {
	const t = useT("studio");
	return (
		<Details summary={t("part.acts.into")}>
			<EditorForm id="move-into" act="move-part" hidden={{ moved: part.part }}>
				{(field) => (
					<>
						<SelectField
							{...field("in")}
							label={t("part.acts.intoLabel")}
							choices={part.acts.places}
						/>
						<Button kind="secondary">{t("part.acts.intoSubmit")}</Button>
					</>
				)}
			</EditorForm>
		</Details>
	);
}

/** Taking a part away: what points to it comes first, with where it may lead instead. */
function Delete({ part }: { part: PartView }) {
	const t = useT("studio");
	const { address } = useEditing();
	const { references, redirects } = part.acts;
	return (
		<Details summary={t("part.acts.delete")}>
			<EditorForm id="delete" act="delete-part" hidden={{ deleted: part.part }}>
				{(field) => (
					<>
						{references.length === 0 ? (
							<p className="mb-4">{t("part.acts.nothingPoints")}</p>
						) : (
							<>
								<p className="mb-1 font-semibold">{t("part.acts.pointing")}</p>
								<ul className="mb-4 list-disc space-y-1 pl-5">
									{references.map(({ sentence, part: from }) => (
										<li key={sentence}>
											<TextLink to={address(from)}>{sentence}</TextLink>
										</li>
									))}
								</ul>
								{redirects.length > 0 ? (
									<SelectField
										{...field("redirect")}
										label={t(redirectLabel(part.kind))}
										prompt={t("part.acts.redirectNone")}
										choices={redirects}
									/>
								) : null}
							</>
						)}
						<Button kind="secondary">{t("part.acts.deleteSubmit", { name: part.name })}</Button>
						<p className="mt-2 text-small text-ink-soft">{t("part.acts.undoable")}</p>
					</>
				)}
			</EditorForm>
		</Details>
	);
}

function redirectLabel(kind: PartView["kind"]) {
	if (kind === "role") return "part.acts.redirectRole";
	return kind === "interruption" ? "part.acts.redirectInterruption" : "part.acts.redirect";
}
