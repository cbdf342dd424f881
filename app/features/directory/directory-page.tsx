import "#app/locales/needed/directory.ts";
import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Choice } from "#app/ui/select-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { DirectoryFilter } from "./directory-filter.tsx";
import type { PresentedEntry } from "./present-directory.ts";
import { StructureRow } from "./structure-row.tsx";

type Props = {
	entries: PresentedEntry[];
	filter: { role: string; zone: string };
	roles: Choice[];
	zones: Choice[];
	coverage: { roleId: string; label: string; structures: number }[];
	/** Whether the reader keeps the directory. */
	keeps: boolean;
};

/** The structures of the territory, and the roles that lack some. */
export function DirectoryPage({ entries, filter, roles, zones, coverage, keeps }: Props) {
	const t = useT("directory");
	const filtered = filter.role !== "" || filter.zone !== "";
	return (
		<Page title={t("title")} lead={t("lead")} aside={<CoverageHint coverage={coverage} />}>
			{keeps ? (
				<p className="-mt-4 mb-6">
					<TextLink to={paths.upkeep()}>{t("upkeep.title")}</TextLink>
				</p>
			) : null}
			<DirectoryFilter filter={filter} roles={roles} zones={zones} />
			<p className="mt-8 mb-3 text-ink-soft" role="status">
				{t("count", { count: entries.length })}
				{filtered ? (
					<>
						{" · "}
						<TextLink inSentence to={paths.directory()}>
							{t("filter.clear")}
						</TextLink>
					</>
				) : null}
			</p>
			{entries.length === 0 ? (
				<EmptyState title={filtered ? t("none") : t("empty")}>
					<p>{filtered ? t("noneNext") : t("emptyNext")}</p>
				</EmptyState>
			) : (
				<ul className="divide-y divide-rule border-y border-rule">
					{entries.map((entry, place) => (
						<StructureRow key={entry.masked ? `masked ${place}` : entry.id} entry={entry} />
					))}
				</ul>
			)}
		</Page>
	);
}

function CoverageHint({ coverage }: Pick<Props, "coverage">) {
	const t = useT("directory");
	if (coverage.length === 0) return <p className="text-ink-soft">{t("coverage.complete")}</p>;
	return (
		<Section title={t("coverage.title")} level={2}>
			<p className="mb-4 text-ink-soft">{t("coverage.lead")}</p>
			<ul className="space-y-3">
				{coverage.map(({ roleId, label, structures }) => (
					<li key={roleId} className="flex gap-3">
						<Mark kind={structures === 0 ? "late" : "open"} className="mt-[0.2em]" />
						<span>
							{structures === 0 ? (
								<strong className="block">{label}</strong>
							) : (
								<Link
									to={`${paths.directory()}?role=${encodeURIComponent(roleId)}`}
									className="block text-link underline underline-offset-4 thumb:flex thumb:min-h-target thumb:items-center"
								>
									{label}
								</Link>
							)}
							<span className="block text-small text-ink-soft">
								{structures === 0 ? t("coverage.none") : t("coverage.one")}
							</span>
						</span>
					</li>
				))}
			</ul>
		</Section>
	);
}
