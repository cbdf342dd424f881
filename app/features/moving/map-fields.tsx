import "#app/locales/needed/moving.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Section } from "#app/ui/page.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import type { MovingView } from "./present-moving.ts";

/** What each open step becomes, and each track that is new; whatever has no answer is not moved. */
export function MapFields({ steps, tracks }: Pick<MovingView, "steps" | "tracks">) {
	const t = useT("moving");
	return (
		<Section title={t("map.title")}>
			<p className="mb-6 max-w-measure text-ink-soft">{t("map.lead")}</p>
			<div className="grid gap-x-8 lg:grid-cols-2">
				{steps.map(({ id, title, role, chosen, nothing, choices }) => (
					<SelectField
						key={id}
						id={`step-${id}`}
						name="map"
						label={title}
						hint={t("map.role", { role })}
						defaultValue={chosen}
						choices={[{ value: nothing, label: t("map.nothing") }, ...choices]}
					/>
				))}
				{tracks.map(({ id, title, chosen }) => (
					<SelectField
						key={id}
						id={`track-${id}`}
						name="tracks"
						label={t("map.track", { track: title })}
						hint={t("map.trackHint")}
						defaultValue={`${id}>${chosen}`}
						choices={[
							{ value: `${id}>`, label: t("map.nothing") },
							{ value: `${id}>begins`, label: t("map.begins") },
							{ value: `${id}>done`, label: t("map.done") },
						]}
					/>
				))}
			</div>
		</Section>
	);
}
