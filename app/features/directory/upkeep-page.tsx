import "#app/locales/needed/directory.ts";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { KeptStructure } from "#db/structure-upkeep.ts";

/** A structure as its keeper reads it. */
export type Kept = Pick<
	KeptStructure,
	"id" | "name" | "kind" | "sensitive" | "members" | "reception" | "manager" | "reviewedAt"
>;

/** What was just done, as the address says it. */
export const upkeepSaved = ["added", "changed", "withdrawn"] as const;

type Props = {
	structures: Kept[];
	timeZone: string;
	saved: (typeof upkeepSaved)[number] | null;
	/** The invitations that wait, which another feature draws. */
	pending: ReactNode;
};

/** The directory, for whoever keeps it: what is there, what is missing. */
export function UpkeepPage({ structures, timeZone, saved, pending }: Props) {
	const t = useT("directory");
	return (
		<Page
			title={t("upkeep.title")}
			lead={t("upkeep.lead")}
			back={{ to: paths.directory(), label: t("title") }}
		>
			{saved ? (
				<div className="mb-6">
					<Notice kind="done" live title={t(`upkeep.saved.${saved}`)} />
				</div>
			) : null}
			{structures.length === 0 ? (
				<EmptyState title={t("upkeep.none")}>
					<p>{t("upkeep.noneNext")}</p>
				</EmptyState>
			) : (
				<ul className="divide-y divide-rule border-y border-rule">
					{structures.map((structure) => (
						<Row key={structure.id} structure={structure} timeZone={timeZone} />
					))}
				</ul>
			)}
			<Actions>
				<LinkButton to={paths.newStructure()} icon="plus">
					{t("upkeep.add")}
				</LinkButton>
			</Actions>
			{pending}
		</Page>
	);
}

function Row({ structure, timeZone }: { structure: Kept; timeZone: string }) {
	const t = useT("directory");
	const { date } = useFormat(timeZone);
	const { id, name, kind, sensitive, members, reception, manager, reviewedAt } = structure;
	const about = [
		t(`kinds.${kind}`),
		sensitive ? t("upkeep.sensitive") : "",
		t("upkeep.members", { count: members }),
		reception ? t("upkeep.reception") : "",
		reviewedAt === null
			? t("upkeep.neverReviewed")
			: t("upkeep.reviewed", { date: date(reviewedAt) }),
	];
	const missing = [
		reception ? "" : t("upkeep.noReception"),
		manager ? "" : t("upkeep.noManager"),
	].filter(Boolean);
	return (
		<li className="flex items-start gap-3.5 py-4">
			<Mark kind={missing.length > 0 ? "late" : "done"} className="mt-[0.2em]" />
			<div className="min-w-0 grow">
				<h2 className="font-semibold">{name}</h2>
				<p className="text-ink-soft">{about.filter(Boolean).join(" · ")}</p>
				{missing.length > 0 ? (
					<p className="font-semibold text-late">{missing.join(" · ")}</p>
				) : null}
				<p className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
					<TextLink to={paths.editStructure(id)}>
						{t("upkeep.edit")} <span className="sr-only">{name}</span>
					</TextLink>
					{manager ? null : (
						<>
							<TextLink to={paths.inviteManager(id)}>
								{t("upkeep.invite")} <span className="sr-only">{name}</span>
							</TextLink>
							<TextLink to={paths.calendarOf(id)}>
								{t("upkeep.closings")} <span className="sr-only">{name}</span>
							</TextLink>
						</>
					)}
				</p>
			</div>
		</li>
	);
}
