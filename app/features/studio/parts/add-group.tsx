import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { BilingualField } from "../bilingual-field.tsx";
import { EditorForm } from "../editor-form.tsx";

/** A new group of tracks side by side, in a place that holds steps. */
export function AddGroup({ place }: { place: string }) {
	const t = useT("studio");
	return (
		<Details summary={t("part.add.group")}>
			<EditorForm id={`new-group-${place}`} act="add-group" hidden={{ in: place }}>
				{(field) => (
					<>
						<BilingualField
							{...{ field, name: "title", label: t("part.title"), saved: undefined }}
							hint={t("part.add.groupHint")}
						/>
						<Button kind="secondary">{t("part.add.groupSubmit")}</Button>
					</>
				)}
			</EditorForm>
		</Details>
	);
}
