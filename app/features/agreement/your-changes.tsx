import "#app/locales/needed/agreement.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Details } from "#app/ui/details.tsx";
import { Section } from "#app/ui/page.tsx";
import { DifferenceList, PartChange } from "./difference-list.tsx";
import type { PartView, RoleChangesView } from "./present-difference.ts";

type Props = {
	changes: RoleChangesView;
	/** The roles of the protocol that the structure holds, by name. */
	roles: readonly string[];
	/** The whole difference, on demand. */
	all: readonly PartView[];
};

/** What changes for one structure, then for everybody; the rest on demand. */
export function YourChanges({ changes, roles, all }: Props) {
	const t = useT("agreement");
	const { own, everybody, others } = changes;
	return (
		<>
			<Section title={t("yours.title")}>
				<p className="mb-4 max-w-measure text-ink-soft">
					{roles.length > 0 ? t("yours.lead", { roles: roles.join(", ") }) : t("yours.noRole")}
				</p>
				{own.length > 0 ? (
					<ul className="divide-y divide-rule border-y border-rule">
						{own.map(({ concern, turn, part }) => (
							<li key={part.key} className="py-4">
								<p className="text-ink-soft">{t(`yours.${concern}.${turn}`)}</p>
								<PartChange part={part} />
							</li>
						))}
					</ul>
				) : (
					<p className="max-w-measure">{t("yours.nothing")}</p>
				)}
			</Section>
			{everybody.length > 0 ? (
				<Section title={t("yours.everybody")}>
					<DifferenceList parts={everybody} />
				</Section>
			) : null}
			<p className="mt-6 max-w-measure">{t("yours.others", { count: others })}</p>
			{others > 0 ? (
				<Details summary={t("yours.all")}>
					<DifferenceList parts={all} />
				</Details>
			) : null}
		</>
	);
}
