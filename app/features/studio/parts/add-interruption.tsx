import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { type Choice, SelectField } from "#app/ui/select-field.tsx";
import { BilingualField } from "../bilingual-field.tsx";
import { EditorForm } from "../editor-form.tsx";

/** A new interruption: one that every territory knows, or one with a title of its own. */
export function AddInterruption({ known }: { known: Choice[] }) {
	const t = useT("studio");
	return (
		<Details summary={t("part.add.interruption")}>
			<EditorForm id="new-interruption" act="add-interruption" label={t("part.add.interruption")}>
				{(field) => (
					<>
						{known.length > 0 ? (
							<SelectField
								{...field("known")}
								label={t("part.add.knownInterruption")}
								hint={t("part.add.knownHint")}
								prompt={t("part.add.interruptionNone")}
								choices={known}
								optional
							/>
						) : null}
						<BilingualField
							{...{ field, name: "title", label: t("part.title"), saved: undefined }}
							optional={known.length > 0}
						/>
						<Button kind="secondary">{t("part.add.interruptionSubmit")}</Button>
					</>
				)}
			</EditorForm>
		</Details>
	);
}
