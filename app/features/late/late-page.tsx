import "#app/locales/needed/late.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { type Choice, SelectField } from "#app/ui/select-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { lateRungs } from "#protocols/casework/ladder.ts";
import { type LateAsked, lateAddress } from "./late-address.ts";
import { LateRow } from "./late-row.tsx";
import type { PresentedLate } from "./present-late.ts";

type Props = {
	of: "territory" | "structure";
	rows: PresentedLate[];
	/** How many there are in all, under this filter. */
	count: number;
	pages: number;
	asked: LateAsked;
	roles: Choice[];
	timeZone: string;
};

/** What is late, whoever waits longest first: of a territory, or of one structure. */
export function LatePage({ of, rows, count, pages, asked, roles, timeZone }: Props) {
	const t = useT("late");
	const base = of === "territory" ? paths.lateInTerritory() : paths.lateOfStructure();
	const filtered = asked.rung !== "" || asked.role !== "";
	return (
		<Page
			title={t(`${of}.title`)}
			lead={t(`${of}.lead`)}
			back={{ to: paths.myDay(), label: t("back") }}
			aside={<Rule of={of} />}
		>
			{count > 0 ? <p className="mb-6">{t("order")}</p> : null}
			{count > 0 || filtered ? <Filter {...{ base, asked, roles }} /> : null}
			<p className="mt-8 mb-3 text-ink-soft empty:hidden" role="status">
				{count > 0 ? t("count", { count }) : null}
			</p>
			{rows.length === 0 ? (
				<NothingLate of={of} filtered={filtered} />
			) : (
				<ol className="divide-y divide-rule border-y border-rule">
					{rows.map((row) => (
						<LateRow key={row.key} row={row} timeZone={timeZone} />
					))}
				</ol>
			)}
			<Pagination
				page={asked.page}
				pages={pages}
				addressOf={(page) => lateAddress(base, { ...asked, page })}
			/>
		</Page>
	);
}

function NothingLate({ of, filtered }: Pick<Props, "of"> & { filtered: boolean }) {
	const t = useT("late");
	return (
		<EmptyState title={filtered ? t("empty.filtered") : t("empty.title")}>
			<p>{filtered ? t("empty.filteredNext") : t(`empty.${of}`)}</p>
		</EmptyState>
	);
}

/** What the list does not hold, and what it is not. */
function Rule({ of }: Pick<Props, "of">) {
	const t = useT("late");
	return (
		<div className="space-y-4 text-ink-soft">
			<p>{t("paused")}</p>
			<p>{t("noRanking")}</p>
			{of === "territory" ? (
				<>
					<p>{t("noLink")}</p>
					<p>
						<TextLink to={paths.lateThisWeek()}>{t("week.link")}</TextLink>
					</p>
				</>
			) : null}
		</div>
	);
}

type FilterProps = Pick<Props, "asked" | "roles"> & { base: string };

/** Narrows the list; a plain form that the address remembers. */
function Filter({ base, asked, roles }: FilterProps) {
	const t = useT("late");
	return (
		<Form
			method="get"
			action={base}
			key={`${asked.rung} ${asked.role}`}
			className="rounded-panel border border-rule bg-surface p-5 print:hidden"
		>
			<div className="grid gap-x-6 sm:grid-cols-2">
				<SelectField
					name="rung"
					label={t("filter.rung")}
					choices={lateRungs.map((value) => ({ value, label: t(`rung.${value}`) }))}
					prompt={t("filter.anyRung")}
					defaultValue={asked.rung}
				/>
				<SelectField
					name="role"
					label={t("filter.role")}
					choices={roles}
					prompt={t("filter.anyRole")}
					defaultValue={asked.role}
				/>
			</div>
			<div className="flex flex-wrap items-center gap-x-6 gap-y-2">
				<Button kind="secondary" icon="search">
					{t("filter.submit")}
				</Button>
				{asked.rung || asked.role ? <TextLink to={base}>{t("filter.clear")}</TextLink> : null}
			</div>
		</Form>
	);
}
