import "#app/locales/needed/colleagues.ts";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { isChangeable, type ShownColleague, useColleagueWords } from "./colleague-words.ts";
import type { SavedKind } from "./saved.ts";

type Props = {
	structureName: string;
	colleagues: ShownColleague[];
	review: { last: number | null; due: boolean };
	timeZone: string;
	saved: SavedKind | null;
	/** The invitations that wait, which another feature draws. */
	pending: ReactNode;
};

/** Who may act for the structure: the list to read again every three months. */
export function ColleaguesPage(props: Props) {
	const { structureName, colleagues, saved, pending } = props;
	const t = useT("colleagues");
	return (
		<Page title={t("title")} lead={t("lead", { structure: structureName })}>
			{saved ? (
				<div className="mb-6">
					<Notice kind="done" live title={t(`saved.${saved}`)} />
				</div>
			) : null}
			<ul aria-label={t("table.caption")} className="divide-y divide-rule border-y border-rule">
				{colleagues.map((colleague) => (
					<Row key={colleague.memberId} colleague={colleague} />
				))}
			</ul>
			<p className="mt-3 text-small text-ink-soft">{t("onlySeen")}</p>
			<Actions>
				<LinkButton to={paths.inviteColleague()} icon="plus">
					{t("invite")}
				</LinkButton>
			</Actions>
			{pending}
			<Review {...props} />
		</Page>
	);
}

function Row({ colleague }: { colleague: ShownColleague }) {
	const t = useT("colleagues");
	const words = useColleagueWords()(colleague);
	const { memberId, label, suspended, refersTo, own } = colleague;
	const name = (
		<>
			{label}
			{own ? <span className="font-normal text-ink-soft"> ({t("yourself")})</span> : null}
		</>
	);
	return (
		<li className="relative flex items-start gap-3.5 py-4 pr-1 hover:bg-sunken">
			<Mark kind={suspended ? "suspended" : "done"} className="mt-[0.2em]" />
			<div className="min-w-0 grow">
				{isChangeable(colleague) ? (
					<Link
						to={paths.colleague(memberId)}
						className="font-semibold after:absolute after:inset-0 hover:underline"
					>
						<span className="sr-only">{t("table.act")} </span>
						{name}
					</Link>
				) : (
					<span className="font-semibold">{name}</span>
				)}
				<div className="text-ink-soft">
					{words.rights} · {words.seen}
				</div>
				{suspended && refersTo > 0 ? (
					<div className="font-semibold text-late">{t("refersTo", { count: refersTo })}</div>
				) : null}
			</div>
			{isChangeable(colleague) ? (
				<Icon name="forward" className="mt-[0.15em] text-ink-soft" />
			) : null}
		</li>
	);
}

function Review({ review: { last, due }, timeZone }: Pick<Props, "review" | "timeZone">) {
	const t = useT("colleagues");
	const { date } = useFormat(timeZone);
	const said = last === null ? t("review.never") : t("review.last", { date: date(last) });
	return (
		<Section title={t("review.title")}>
			{due ? (
				<Notice kind="late" title={t("review.due")}>
					<p>{said}</p>
				</Notice>
			) : (
				<p>{said}</p>
			)}
			<p className="mt-3 max-w-measure text-ink-soft">{t("review.hint")}</p>
			<form method="post">
				<Actions>
					<Button kind="secondary" icon="check">
						{t("review.act")}
					</Button>
				</Actions>
			</form>
		</Section>
	);
}
