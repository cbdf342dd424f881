import "#app/locales/needed/agreement.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ItemList } from "#app/ui/item-list.tsx";
import { Page, Section } from "#app/ui/page.tsx";

/** A consultation as a line of a list. */
export type ConsultationRow = {
	id: string;
	title: string;
	state: "open" | "withdrawn" | "published";
	/** When it was opened, or ended. */
	at: number;
	awaits: "answer" | "signature" | null;
};

/** The protocols that the structures of a territory are asked about, or were. */
export function ConsultationsPage({
	rows,
	timeZone,
}: {
	rows: ConsultationRow[];
	timeZone: string;
}) {
	const t = useT("agreement");
	const awaited = rows.filter(({ awaits }) => awaits !== null);
	const open = rows.filter(({ state, awaits }) => state === "open" && awaits === null);
	const ended = rows.filter(({ state }) => state !== "open");
	return (
		<Page title={t("list.title")} lead={t("list.lead")}>
			{rows.length === 0 ? (
				<EmptyState title={t("list.none")}>
					<p>{t("list.noneNext")}</p>
				</EmptyState>
			) : null}
			<Rows title={t("list.waiting")} rows={awaited} timeZone={timeZone} />
			<Rows title={t("list.open")} rows={open} timeZone={timeZone} />
			<Rows title={t("list.ended")} rows={ended} timeZone={timeZone} />
		</Page>
	);
}

type RowsProps = { title: string; rows: ConsultationRow[]; timeZone: string };

function Rows({ title, rows, timeZone }: RowsProps) {
	const t = useT("agreement");
	const { date } = useFormat(timeZone);
	if (rows.length === 0) return null;
	return (
		<Section title={title}>
			<ItemList
				items={rows.map(({ id, title: name, state, at, awaits }) => ({
					key: id,
					to: paths.consultation(id),
					title: name,
					kind: awaits ? "waiting" : state === "open" ? "open" : "done",
					about: (
						<>
							{t(`list.state.${state}`, { date: date(at) })}
							{awaits ? ` · ${t(`list.awaits.${awaits}`)}` : ""}
						</>
					),
				}))}
			/>
		</Section>
	);
}
