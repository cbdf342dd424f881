import "#app/locales/needed/studio.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ItemList } from "#app/ui/item-list.tsx";
import type { MarkKind } from "#app/ui/mark.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { DraftLine, StudioView, VersionLine } from "./present-studio.ts";

/** The drafts of the territory, its versions, and where something new begins. */
export function StudioPage({ view }: { view: StudioView }) {
	const t = useT("studio");
	const { drafts, versions } = view;
	return (
		<Page width="wide" title={t("list.title")} lead={t("list.lead")}>
			<p className="mb-12">
				<LinkButton to={paths.newDraft()} icon="plus">
					{t("list.new")}
				</LinkButton>
			</p>
			<div className="grid gap-x-16 gap-y-12 lg:grid-cols-2">
				<div>
					<Section title={t("list.drafts")}>
						{drafts.length === 0 ? (
							<EmptyState title={t("list.none")}>{t("list.noneNext")}</EmptyState>
						) : (
							<Drafts {...view} />
						)}
					</Section>
				</div>
				<div>
					<Section title={t("list.versions")}>
						{versions.length === 0 ? (
							<EmptyState title={t("list.noVersions")} />
						) : (
							<Versions {...view} />
						)}
						<ul className="mt-6">
							<li>
								<TextLink to={paths.consultations()}>{t("list.consultations")}</TextLink>
							</li>
							<li>
								<TextLink to={paths.signatures()}>{t("list.signatures")}</TextLink>
							</li>
						</ul>
					</Section>
				</div>
			</div>
		</Page>
	);
}

type Times = Pick<StudioView, "now" | "timeZone">;

function Drafts({ drafts, now, timeZone }: Times & { drafts: DraftLine[] }) {
	const t = useT("studio");
	const format = useFormat(timeZone);
	return (
		<ItemList
			label={t("list.drafts")}
			items={drafts.map(({ id, title, origin, by, at, standing }) => ({
				key: id,
				to: paths.draft(id),
				title,
				kind: "here",
				about: (
					<>
						<p>{t(`list.from.${origin.kind}`, { name: origin.name })}</p>
						{standing ? <Consulted standing={standing} /> : null}
						<p className="mt-1 text-small">
							{t("list.saved", { when: format.relative(at, now), who: by })}
						</p>
					</>
				),
			}))}
		/>
	);
}

function Consulted({ standing }: { standing: NonNullable<DraftLine["standing"]> }) {
	const t = useT("studio");
	const { agreed, settled, answered, asked } = standing;
	return (
		<p className="mt-1">
			<StatusTag kind={settled ? "done" : "waiting"}>
				{agreed
					? t("list.agreed")
					: settled
						? t("list.answered")
						: t("list.consulted", { count: answered, asked })}
			</StatusTag>
		</p>
	);
}

const marks: Record<VersionLine["status"], MarkKind> = {
	draft: "open",
	consultation: "waiting",
	published: "done",
	retired: "suspended",
};

/** A version that is retired was published on that day: its day of retirement is not told here. */
function publishedOn(status: VersionLine["status"]) {
	return status === "published" ? "list.publishedOn" : "list.wasPublishedOn";
}

function Versions({ versions, timeZone }: Times & { versions: VersionLine[] }) {
	const t = useT("studio");
	const format = useFormat(timeZone);
	return (
		<ul className="divide-y divide-rule border-y border-rule">
			{versions.map(({ hash, shortHash, title, protocolId, status, at }) => (
				<li key={hash} className="py-4">
					<p className="font-semibold">
						{status === "published" ? (
							<TextLink to={paths.protocol(protocolId)}>{title}</TextLink>
						) : (
							title
						)}
					</p>
					<p className="flex flex-wrap items-center gap-x-3 text-ink-soft">
						<StatusTag kind={marks[status]}>{t(`list.status.${status}`)}</StatusTag>
						{at === undefined ? null : (
							<span>{t(publishedOn(status), { date: format.date(at) })}</span>
						)}
						<span className="font-mono text-small">{t("list.version", { hash: shortHash })}</span>
					</p>
				</li>
			))}
		</ul>
	);
}
