import "#app/locales/needed/simulator.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { PlayForm } from "./play-form.tsx";

/** Saves the story so far with the draft, under a title in two languages. */
export function SaveForm({ seen, answer }: { seen: number; answer?: FormAnswer }) {
	const t = useT("simulator");
	const form = useKindForm({ answer });
	return (
		<Details summary={t("save.title")} open={answer !== undefined}>
			<p className="mb-4 max-w-measure">{t("save.lead")}</p>
			<PlayForm intent="save" seen={seen}>
				<TextField
					{...form.field("titleFr")}
					label={t("save.titleFr")}
					hint={t("save.guarded")}
					lang="fr"
				/>
				<TextField {...form.field("showsFr")} label={t("save.showsFr")} lang="fr" />
				<TextField {...form.field("titleEn")} label={t("save.titleEn")} optional lang="en" />
				<TextField {...form.field("showsEn")} label={t("save.showsEn")} optional lang="en" />
				<Button kind="secondary">{t("save.submit")}</Button>
			</PlayForm>
		</Details>
	);
}
