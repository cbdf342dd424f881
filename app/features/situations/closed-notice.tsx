import "#app/locales/needed/situations.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { SituationView } from "./present-situation.ts";

/** A situation that has ended: why, until when it can be read, and that the door stays open. */
export function ClosedNotice({ ending, continues }: Pick<SituationView, "ending" | "continues">) {
	const t = useT("situations");
	const format = useFormat();
	const alone = ending?.bySystem ?? false;
	return (
		<div className="space-y-5">
			{continues ? <Continues {...continues} /> : null}
			<Notice kind={alone ? "late" : "done"} title={alone ? t("ended.alone") : t("closed.title")}>
				{alone ? <p>{t("ended.aloneLead")}</p> : null}
				{ending && !alone ? <p>{t("closed.reason", { reason: ending.reason })}</p> : null}
				{alone ? null : <p>{t("closed.door")}</p>}
				{ending ? <p>{t("ended.purge", { week: format.week(ending.purgeAt) })}</p> : null}
			</Notice>
			<LinkButton kind="secondary" to={paths.newSituation()}>
				{t("closed.again")}
			</LinkButton>
		</div>
	);
}

/** Closed as a duplicate: where it goes on, under a name of one's own. */
function Continues({ handle, alias }: NonNullable<SituationView["continues"]>) {
	const t = useT("situations");
	return (
		<Notice
			title={<TextLink to={paths.situation(handle)}>{t("same.continues", { alias })}</TextLink>}
		>
			<p>{t("same.continuesLead")}</p>
		</Notice>
	);
}
