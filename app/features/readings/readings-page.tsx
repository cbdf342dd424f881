import "#app/locales/needed/readings.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import type { Choice } from "#app/ui/select-field.tsx";
import { MonthForm } from "./month-form.tsx";
import type { ReadingLine } from "./present-readings.ts";

type Props = {
	/** Everybody's readings in one's structure, or one's own. */
	whose: "structure" | "own";
	lines: ReadingLine[];
	month: string;
	months: Choice[];
	page: number;
	pages: number;
	total: number;
	timeZone: string;
};

/** Who read which situation, when, on which kind of screen. */
export function ReadingsPage({ whose, lines, month, months, timeZone, ...place }: Props) {
	const t = useT("readings");
	const address = whose === "own" ? paths.ownReadings() : paths.structureReadings();
	return (
		<Page
			title={t(`${whose}.title`)}
			lead={t(`${whose}.lead`)}
			back={{ to: paths.account(), label: t("back") }}
		>
			<MonthForm action={address} month={month} months={months} />
			{lines.length === 0 ? (
				<EmptyState title={t("none")}>
					<p>{t("noneNext")}</p>
				</EmptyState>
			) : (
				<>
					<p role="status" className="mb-3 text-ink-soft">
						{t("count", { count: place.total })}
					</p>
					<ul className="divide-y divide-rule border-y border-rule">
						{lines.map((line, place) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: lines have no name that may leave the server
							<li key={place} className="py-3">
								<Line line={line} whose={whose} timeZone={timeZone} />
							</li>
						))}
					</ul>
				</>
			)}
			<Pagination
				page={place.page}
				pages={place.pages}
				addressOf={(page) => `${address}?month=${month}&page=${page}`}
			/>
		</Page>
	);
}

type LineProps = { line: ReadingLine; whose: Props["whose"]; timeZone: string };

function Line({ line, whose, timeZone }: LineProps) {
	const t = useT("readings");
	const format = useFormat(timeZone);
	const what = useWhat();
	const when = <time dateTime={new Date(line.at).toISOString()}>{format.dateTime(line.at)}</time>;
	const screen = line.screen ? t(`screens.${line.screen}`) : t("screens.none");
	return (
		<>
			<p className="font-semibold">{whose === "own" ? what(line) : (line.who ?? t("gone"))}</p>
			<p>{whose === "own" ? screen : `${what(line)} · ${screen}`}</p>
			<p className="text-small text-ink-soft">{when}</p>
		</>
	);
}

/** What was read: one's own name of the situation, where there is one. */
function useWhat(): (line: ReadingLine) => string {
	const t = useT("readings");
	return ({ alias, situation, forgotten }) => {
		if (alias !== null) return alias;
		if (!situation) return t("list");
		return forgotten ? t("forgotten") : t("unnamed");
	};
}
