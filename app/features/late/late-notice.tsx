import "#app/locales/needed/late.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

type Props = {
	/** Of the whole territory, for its coordinator; else of one's structure. */
	whole: boolean;
	late: number;
	escalated: number;
};

/** How many wait longer than they should, and where to see who. */
export function LateNotice({ whole, late, escalated }: Props) {
	const t = useT("late");
	const said = t(whole ? "myDay.territory" : "myDay.structure", { count: late });
	const title = escalated > 0 ? `${said}, ${t("myDay.escalated", { count: escalated })}` : said;
	return (
		<div className="mb-10">
			<Notice kind="late" title={title}>
				<p>
					<TextLink to={whole ? paths.lateInTerritory() : paths.lateOfStructure()}>
						{t("myDay.link")}
					</TextLink>
				</p>
			</Notice>
		</div>
	);
}
