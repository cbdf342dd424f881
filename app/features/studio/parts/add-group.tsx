import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { BilingualField } from "../bilingual-field.tsx";
import { EditorForm } from "../editor-form.tsx";
import type { PlaceView } from "../present-place.ts";

/** A new group of tracks side by side, in a place that holds steps. */
export function AddGroup({ place }: { place: PlaceView }) {
	const t = useT("studio");
	return (
		<Details summary={t("part.add.group")}>
			<EditorForm
				id={`new-group-${place.id}`}
				act="add-group"
				label={t("part.add.group")}
				hidden={{ in: place.id }}
			>
				{(field) => (
					<>
						<BilingualField
							{...{ field, name: "title", label: t("part.title"), saved: undefined }}
							hint={t("part.add.groupHint")}
						/>
						<SelectField
							{...field("through")}
							label={t("part.add.through")}
							hint={t("part.add.groupThroughHint")}
							prompt={t("part.add.throughNone")}
							choices={place.ways}
						/>
						<Button kind="secondary">{t("part.add.groupSubmit")}</Button>
					</>
				)}
			</EditorForm>
		</Details>
	);
}
