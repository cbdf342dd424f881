import "#app/locales/needed/situations.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Page } from "#app/ui/page.tsx";
import { FindForm } from "./find-form.tsx";

/** The page that finds a situation, and says the same of what is foreign as of what is absent. */
export function FindPage({ answer }: { answer?: FormAnswer }) {
	const t = useT("situations");
	return (
		<Page title={t("find.title")} back={{ to: paths.myDay(), label: t("back") }}>
			<FindForm answer={answer} />
			<p className="mt-10 max-w-measure text-ink-soft">{t("find.lost")}</p>
		</Page>
	);
}
