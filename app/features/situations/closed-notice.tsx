import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** A situation that has ended: why, and that the door stays open. */
export function ClosedNotice({ reason }: { reason: string | null }) {
	const t = useT("situations");
	return (
		<div className="space-y-5">
			<Notice kind="done" title={t("closed.title")}>
				{reason ? <p>{t("closed.reason", { reason })}</p> : null}
				<p>{t("closed.door")}</p>
			</Notice>
			<LinkButton kind="secondary" to={paths.newSituation()}>
				{t("closed.again")}
			</LinkButton>
		</div>
	);
}
