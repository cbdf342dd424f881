import "#app/locales/needed/directory.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PhoneLink, TextLink } from "#app/ui/text-link.tsx";
import type { EmptyChair } from "#db/empty-chairs.ts";

/** A structure where nobody answers. */
export type Empty = Pick<EmptyChair, "structureId" | "name" | "phone" | "right">;

/** Tells a coordinator, in their day, where nobody receives or answers, as long as it lasts. */
export function EmptiesNotice({ empties }: { empties: Empty[] }) {
	const t = useT("directory");
	return (
		<Notice kind="late" title={t("empties.title")}>
			<ul className="space-y-1">
				{empties.map(({ structureId, name, phone, right }) => (
					<li key={`${structureId} ${right}`}>
						{t(`empties.${right}`, { name })} {phone ? <PhoneLink number={phone} /> : null}
					</li>
				))}
			</ul>
			<p>{t("empties.call")}</p>
			<p>
				<TextLink to={paths.upkeep()}>{t("empties.act")}</TextLink>
			</p>
		</Notice>
	);
}
