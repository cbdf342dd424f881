import "#app/locales/needed/recovery.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ItemList } from "#app/ui/item-list.tsx";
import { Page, Section } from "#app/ui/page.tsx";

/** Somebody whom one may help back in. */
export type PersonLine = {
	memberId: string;
	label: string;
	waiting: "waits" | "given" | null;
};

/** The people whom one may help back in, by structure. */
export function RecoveriesPage({
	structures,
}: {
	structures: { name: string; people: PersonLine[] }[];
}) {
	const t = useT("recovery");
	return (
		<Page
			title={t("list.title")}
			lead={t("list.lead")}
			back={{ to: paths.account(), label: t("list.back") }}
		>
			{structures.length === 0 ? <EmptyState title={t("list.nobody")} /> : null}
			{structures.map(({ name, people }) => (
				<Section key={name} title={name}>
					<ItemList
						label={name}
						items={people.map(({ memberId, label, waiting }) => ({
							key: memberId,
							to: paths.recovery(memberId),
							title: label,
							kind: waiting ? "waiting" : "open",
							about: waiting ? t(`list.${waiting}`) : undefined,
						}))}
					/>
				</Section>
			))}
		</Page>
	);
}
