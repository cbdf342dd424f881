import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { BilingualField } from "../bilingual-field.tsx";
import { stepKinds } from "../closed-lists.ts";
import { EditorForm } from "../editor-form.tsx";
import type { PlaceView } from "../present-place.ts";
import { DelayFields } from "./delay-fields.tsx";

type Props = { place: PlaceView; after?: string; role?: string };

/** A new step in a place: on the way of an outcome, so that it is reached at once. */
export function AddStep({ place, after, role }: Props) {
	const t = useT("studio");
	const own = after ? place.ways.find(({ value }) => value.startsWith(`${after}/`)) : undefined;
	const summary = after ? t("part.add.stepAfter") : t("part.add.step");
	return (
		<Details summary={summary}>
			<EditorForm
				id={`new-step-${place.id}`}
				act="add-step"
				label={summary}
				hidden={{ in: place.id, after }}
			>
				{(field) => (
					<>
						<BilingualField
							{...{ field, name: "title", label: t("part.title"), saved: undefined }}
						/>
						<SelectField
							{...field("through", own?.value)}
							label={t("part.add.through")}
							hint={t("part.add.throughHint")}
							prompt={t("part.add.throughNone")}
							choices={place.ways}
						/>
						<SelectField
							{...field("kind", "action")}
							label={t("part.kind")}
							choices={stepKinds.map((value) => ({
								value,
								label: t(`part.stepKinds.${value}`),
							}))}
						/>
						<SelectField {...field("role", role)} label={t("part.role")} choices={place.roles} />
						<DelayFields
							{...{ field, legend: t("part.delay"), saved: { n: 2, unit: "working-days" } }}
						/>
						<Button kind="secondary">{t("part.add.stepSubmit")}</Button>
					</>
				)}
			</EditorForm>
		</Details>
	);
}
