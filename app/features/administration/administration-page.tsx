import "#app/locales/needed/administration.ts";
import "#app/locales/needed/colleagues.ts";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, LinkButton } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { type ShownHolder, useHolderWords } from "./holder-words.ts";
import type { SavedKind } from "./saved.ts";

type Territory = { id: string; name: string; structures: number; holders: ShownHolder[] };

type Props = {
	territories: Territory[];
	saved: SavedKind | null;
	/** The invitations that wait, which another feature draws. */
	pending: ReactNode;
};

/** The territories of the instance, and the people who serve them. */
export function AdministrationPage({ territories, saved, pending }: Props) {
	const t = useT("administration");
	const said = useT("colleagues");
	return (
		<Page title={t("title")} lead={t("lead")}>
			{saved ? (
				<div className="mb-6">
					<Notice kind="done" live title={said(`saved.${saved}`)} />
				</div>
			) : null}
			{territories.map((territory) => (
				<Served key={territory.id} territory={territory} />
			))}
			<Actions>
				<LinkButton to={paths.inviteToDuty()} icon="plus">
					{t("invite")}
				</LinkButton>
			</Actions>
			{pending}
		</Page>
	);
}

function Served({ territory: { name, structures, holders } }: { territory: Territory }) {
	const t = useT("administration");
	const coordinated = holders.some(
		({ duty, suspended }) => duty === "coordinator" && suspended === null,
	);
	return (
		<Section title={name}>
			<p className="mb-3 text-ink-soft">{t("structures", { count: structures })}</p>
			{coordinated ? null : (
				<p className="mb-3 flex gap-3 font-semibold text-late">
					<Mark kind="late" className="mt-[0.2em]" />
					{t("noCoordinator")}
				</p>
			)}
			{holders.length === 0 ? <p>{t("none")}</p> : null}
			<ul className="divide-y divide-rule border-y border-rule empty:border-0">
				{holders.map((holder) => (
					<Row key={holder.memberId} holder={holder} />
				))}
			</ul>
		</Section>
	);
}

function Row({ holder }: { holder: ShownHolder }) {
	const t = useT("administration");
	const { duty, seen } = useHolderWords()(holder);
	return (
		<li className="relative flex items-start gap-3.5 py-4 pr-1 hover:bg-sunken">
			<Mark kind={holder.suspended ? "suspended" : "done"} className="mt-[0.2em]" />
			<div className="min-w-0 grow">
				<Link
					to={paths.dutyHolder(holder.memberId)}
					className="font-semibold after:absolute after:inset-0 hover:underline"
				>
					<span className="sr-only">{t("change")} </span>
					{holder.label}
				</Link>
				<div className="text-ink-soft">
					{duty} · {seen}
				</div>
			</div>
			<Icon name="forward" className="mt-[0.15em] text-ink-soft" />
		</li>
	);
}
