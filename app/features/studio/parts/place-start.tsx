import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { EditorForm } from "../editor-form.tsx";
import type { PlaceView } from "../present-place.ts";
import { AddGroup } from "./add-group.tsx";
import { AddStep } from "./add-step.tsx";

/** A place that holds steps: where it begins, and what can be added to it. */
export function PlaceStart({ place }: { place: PlaceView }) {
	const t = useT("studio");
	return (
		<>
			{place.starts.length > 1 ? (
				<EditorForm
					id={`start-${place.id}`}
					act="set-start"
					hidden={{ in: place.id }}
					saved={place.start}
					className="mb-4"
				>
					{(field) => (
						<>
							<SelectField
								{...field("start", place.start)}
								label={t("part.start.title")}
								choices={place.starts}
							/>
							<Button kind="secondary">{t("part.start.submit")}</Button>
						</>
					)}
				</EditorForm>
			) : null}
			<AddStep place={place} />
			<AddGroup place={place} />
		</>
	);
}
