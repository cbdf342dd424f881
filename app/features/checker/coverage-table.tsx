import "#app/locales/needed/checker.ts";
import { useT } from "#app/i18n/use-t.ts";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { Table } from "#app/ui/table.tsx";
import type { CoverageView } from "./present-checks.ts";

const marks = { none: "failed", one: "late", weekday: "late", covered: "done" } as const;

/** Which roles have no structure, one only, or none on a working day. */
export function CoverageTable({ coverage }: { coverage: CoverageView[] }) {
	const t = useT("checker");
	return (
		<Table
			caption={t("coverage.title")}
			captionHidden
			rows={coverage}
			rowKey={({ role }) => role}
			columns={[
				{ key: "role", title: t("coverage.role"), cell: ({ role }) => role },
				{
					key: "structures",
					title: t("coverage.structures"),
					cell: ({ structures }) => structures.join(", ") || t("coverage.nobody"),
				},
				{
					key: "state",
					title: t("coverage.state"),
					cell: ({ gap, closedOn }) => (
						<StatusTag kind={marks[gap]}>
							{t(`coverage.${gap}`, { days: closedOn.join(", ") })}
						</StatusTag>
					),
				},
			]}
		/>
	);
}
