import "#app/locales/needed/situations.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Page } from "#app/ui/page.tsx";

type Props = { handle: string; alias: string; drawing: ReactNode };

/** The whole path of a situation, drawn: what is behind, where it stands, what may come. */
export function LinePage({ handle, alias, drawing }: Props) {
	const t = useT("situations");
	return (
		<Page
			title={t("path.title")}
			above={alias}
			lead={t("path.lead")}
			back={{ to: paths.situation(handle), label: t("backTo") }}
			width="wide"
		>
			{drawing}
		</Page>
	);
}
