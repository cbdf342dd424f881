import "#app/locales/needed/my-day.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Heading } from "#app/ui/heading.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { LockAlerts } from "./lock-alerts.tsx";
import type { Section } from "./my-day.ts";
import type { MyDay } from "./read-my-day.ts";
import { rowsLook, WorkRow } from "./work-row.tsx";

type Props = {
	day: MyDay;
	find: ReactNode;
	/** What else wants to be looked at: other features draw it. */
	reminders: ReactNode;
};

/** What waits for me and my structure, by who waits and how long. */
export function MyDayPage({ day, find, reminders }: Props) {
	const t = useT("myDay");
	const { sections, only, missingRoles } = day;
	if (only) return <OneList day={day} />;
	return (
		<Page title={t("title")} aside={<Acts mayOpen={day.mayOpen} find={find} />}>
			{reminders}
			{missingRoles.length > 0 ? <MissingRoles roles={missingRoles} /> : null}
			{day.alerts.length > 0 ? <LockAlerts alerts={day.alerts} timeZone={day.timeZone} /> : null}
			{sections.length === 0 ? (
				<EmptyState title={t("empty.title")}>
					<p>{day.mayOpen ? t("empty.open") : t("empty.coordinate")}</p>
				</EmptyState>
			) : (
				<div className="space-y-10">
					{sections.map((section) => (
						<List key={section.name} section={section} day={day} />
					))}
				</div>
			)}
		</Page>
	);
}

function Acts({ mayOpen, find }: { mayOpen: boolean; find: ReactNode }) {
	const t = useT("myDay");
	return (
		<div className="max-w-104 space-y-8 print:hidden">
			{mayOpen ? (
				<LinkButton to={paths.newSituation()} className="sm:w-full">
					{t("open")}
				</LinkButton>
			) : null}
			{find}
			<ul className="space-y-2">
				<li>
					<TextLink to={paths.week()}>{t("week")}</TextLink>
				</li>
				{mayOpen ? null : (
					<li>
						<TextLink to={paths.retention()}>{t("retention")}</TextLink>
					</li>
				)}
			</ul>
		</div>
	);
}

type ListProps = { section: Section; day: MyDay };

function List({ section: { name, rows, more }, day }: ListProps) {
	const t = useT("myDay");
	const forReception = !day.reception && (name === "acknowledge" || name === "study");
	return (
		<section aria-labelledby={name}>
			<Heading level={2} size={3} id={name}>
				{t(`sections.${name}`)}{" "}
				<span className="font-normal text-ink-soft">
					({more ? t("moreThan", { count: rows.length }) : rows.length})
				</span>
			</Heading>
			{forReception ? <p className="text-small text-ink-soft">{t("forReception")}</p> : null}
			<Rows section={{ name, rows, more }} day={day} />
			{more ? (
				<p className="pt-2">
					<TextLink to={`${paths.myDay()}?list=${name}&page=2`}>{t("all")}</TextLink>
				</p>
			) : null}
		</section>
	);
}

const calmLists = ["underway", "endedAlone", "endedElsewhere", "drafts"];

function Rows({ section: { name, rows }, day }: ListProps) {
	return (
		<ul className={rowsLook}>
			{rows.map((row) => (
				<WorkRow
					key={row.to + row.step}
					row={row}
					calm={calmLists.includes(name)}
					timeZone={day.timeZone}
				/>
			))}
		</ul>
	);
}

function OneList({ day }: { day: MyDay }) {
	const t = useT("myDay");
	const { sections, only, page } = day;
	const [section] = sections;
	const address = (number: number) => `${paths.myDay()}?list=${only}&page=${number}`;
	return (
		<Page
			title={only ? t(`sections.${only}`) : t("title")}
			back={{ to: paths.myDay(), label: t("title") }}
		>
			{section ? <Rows section={section} day={day} /> : <EmptyState title={t("empty.page")} />}
			<nav aria-label={t("pages")} className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
				{page > 1 ? <TextLink to={address(page - 1)}>{t("previous")}</TextLink> : null}
				{section?.more ? <TextLink to={address(page + 1)}>{t("next")}</TextLink> : null}
			</nav>
		</Page>
	);
}

function MissingRoles({ roles }: { roles: MyDay["missingRoles"] }) {
	const t = useT("myDay");
	return (
		<div className="mb-10">
			<Notice kind="late" title={t("missing.title")}>
				<ul>
					{roles.map(({ role, steps }) => (
						<li key={role}>{t("missing.role", { role, count: steps })}</li>
					))}
				</ul>
				<p>
					<TextLink to={paths.directory()}>{t("missing.act")}</TextLink>
				</p>
			</Notice>
		</div>
	);
}
