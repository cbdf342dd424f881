import "#app/locales/needed/situations.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { SituationView } from "./present-situation.ts";

type Props = { handle: string; inactive: NonNullable<SituationView["inactive"]> };

/** Nobody has recorded anything for long: since when, what happens next, and what to answer. */
export function InactiveNotice({ handle, inactive }: Props) {
	const t = useT("situations");
	const format = useFormat();
	const { stage, activeAt, closesAt, mayAnswer } = inactive;
	const week = format.week(activeAt);
	return (
		<Notice kind="late" title={t(`inactive.${stage}`, { week })}>
			{stage === "proposal" ? (
				<p>{t("inactive.proposalLead", { closes: format.week(closesAt ?? activeAt) })}</p>
			) : (
				<p>{t(`inactive.${stage}Lead`)}</p>
			)}
			{mayAnswer ? (
				<LinkButton kind="secondary" to={paths.followUp(handle)}>
					{t("inactive.answer")}
				</LinkButton>
			) : (
				<p>{t("inactive.others")}</p>
			)}
		</Notice>
	);
}
