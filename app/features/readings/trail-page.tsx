import "#app/locales/needed/readings.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { type Choice, SelectField } from "#app/ui/select-field.tsx";
import type { AuditAct } from "#db/audit.ts";
import { MonthForm } from "./month-form.tsx";
import type { ActLine } from "./present-readings.ts";

type Props = {
	lines: ActLine[];
	/** The kinds of acts, and the one that is asked for; empty for all. */
	acts: AuditAct[];
	act: AuditAct | "";
	month: string;
	months: Choice[];
	page: number;
	pages: number;
	total: number;
	timeZone: string;
};

/** The acts of a territory for who watches over its data: who, when, what kind; no situation. */
export function TrailPage({ lines, acts, act, month, months, timeZone, ...place }: Props) {
	const t = useT("readings");
	const choices = acts.map((value) => ({ value, label: t(`acts.${value}`) }));
	return (
		<Page
			title={t("trail.title")}
			lead={t("trail.lead")}
			back={{ to: paths.account(), label: t("back") }}
		>
			<MonthForm action={paths.trail()} month={month} months={months}>
				<SelectField
					name="act"
					label={t("trail.act")}
					choices={choices}
					prompt={t("trail.anyAct")}
					defaultValue={act}
				/>
			</MonthForm>
			{lines.length === 0 ? (
				<EmptyState title={t("trail.none")}>
					<p>{t("noneNext")}</p>
				</EmptyState>
			) : (
				<>
					<p role="status" className="mb-3 text-ink-soft">
						{t("trail.count", { count: place.total })}
					</p>
					<ul className="divide-y divide-rule border-y border-rule">
						{lines.map((line, place) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: lines have no name that may leave the server
							<li key={place} className="py-3">
								<Act line={line} timeZone={timeZone} />
							</li>
						))}
					</ul>
				</>
			)}
			<Pagination
				page={place.page}
				pages={place.pages}
				addressOf={(page) => `${paths.trail()}?month=${month}&act=${act}&page=${page}`}
			/>
		</Page>
	);
}

function Act({ line, timeZone }: { line: ActLine; timeZone: string }) {
	const t = useT("readings");
	const format = useFormat(timeZone);
	const who = isOutsider(line.who) ? t(`outsiders.${line.who}`) : line.who;
	const whom = line.structure ? t("trail.for", { who, structure: line.structure }) : who;
	const screen = line.screen ? ` · ${t(`screens.${line.screen}`)}` : "";
	return (
		<>
			<p className="font-semibold">
				{t(`acts.${line.act}`)}
				{screen}
			</p>
			<p>{whom}</p>
			<p className="text-small text-ink-soft">
				<time dateTime={new Date(line.at).toISOString()}>{format.dateTime(line.at)}</time>
			</p>
		</>
	);
}

const outsiders = ["system", "operator", "nobody"] as const;

function isOutsider(who: string): who is (typeof outsiders)[number] {
	return outsiders.some((outsider) => outsider === who);
}
