import "#app/locales/needed/protocols.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

type Props = {
	protocolId: string;
	/** How many situations still run under an earlier version. */
	running: number;
};

/** The way, for a coordinator, from a published protocol to the situations that do not follow it yet. */
export function MoveLink({ protocolId, running }: Props) {
	const t = useT("protocols");
	if (running === 0) return null;
	return (
		<div className="mt-8 print:hidden">
			<Notice title={t("next.older", { count: running })}>
				<TextLink to={paths.moveSituations(protocolId)}>{t("next.move")}</TextLink>
			</Notice>
		</div>
	);
}
