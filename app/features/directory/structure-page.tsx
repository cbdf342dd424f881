import "#app/locales/needed/directory.ts";
import "#app/locales/needed/texts.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { Details } from "#app/ui/details.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PhoneLink, TextLink } from "#app/ui/text-link.tsx";
import type { presentOpen, presentRole } from "./present-directory.ts";
import { Closings } from "./structure-row.tsx";

type Role = ReturnType<typeof presentRole>;
type Props = {
	structure: ReturnType<typeof presentOpen>;
	/** What it says about itself. */
	presentation: string | null;
	/** Whether the reader may write that, or read it for a second time. */
	textLinks: { write: boolean; read: boolean };
	roles: Role[];
};

/** One structure: how to reach it, when it is there, what it carries in each protocol. */
export function StructurePage({ structure, presentation, textLinks, roles }: Props) {
	const t = useT("directory");
	const { name, kind, zone, phone, capacity, openDays, openToday } = structure;
	return (
		<Page
			title={name}
			above={t(`kinds.${kind}`)}
			back={{ to: paths.directory(), label: t("title") }}
		>
			<DataList
				items={[
					{
						term: t("phone"),
						description: phone ? <PhoneLink number={phone} /> : t("noPhone"),
					},
					{
						term: t("capacity.term"),
						description: <Capacity capacity={capacity} changes={textLinks.write} />,
					},
					...(zone ? [{ term: t("zone"), description: zone }] : []),
					{
						term: t("roles"),
						description: roles.map(({ label }) => label).join(", ") || t("noRole"),
					},
					{
						term: t("closings"),
						description: (
							<>
								<span className="block">{t("openDays", { count: openDays })}</span>
								<span className="block">{openToday ? t("openToday") : t("closedToday")}</span>
								<span className="block">
									<Closings entry={structure} />
								</span>
							</>
						),
					},
				]}
			/>
			<Presentation presentation={presentation} textLinks={textLinks} />
			<Section title={t("steps")}>
				{roles.length === 0 ? <EmptyState title={t("stepsNone")} /> : null}
				{roles.map((role) => (
					<RoleSteps key={role.roleId} role={role} />
				))}
			</Section>
		</Page>
	);
}

type CapacityProps = Pick<Props["structure"], "capacity"> & { changes: boolean };

/** What the structure declares of its room, with the date; its manager may say it anew. */
function Capacity({ capacity, changes }: CapacityProps) {
	const t = useT("directory");
	const format = useFormat();
	const said =
		capacity === null
			? t("capacity.unsaid")
			: t(`capacity.${capacity.capacity}`, { date: format.date(capacity.at) });
	return (
		<>
			<span className="block">{said}</span>
			{changes ? <TextLink to={paths.availability()}>{t("capacity.change")}</TextLink> : null}
		</>
	);
}

function Presentation({ presentation, textLinks }: Pick<Props, "presentation" | "textLinks">) {
	const t = useT("texts");
	const { write, read } = textLinks;
	if (!presentation && !write && !read) return null;
	return (
		<Section title={t("atDirectory.title")}>
			{presentation ? (
				<p className="max-w-measure whitespace-pre-line break-words">{presentation}</p>
			) : null}
			<p className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
				{write ? <TextLink to={paths.presentation()}>{t("atDirectory.write")}</TextLink> : null}
				{read ? (
					<TextLink to={paths.presentationReading()}>{t("reading.atStructure")}</TextLink>
				) : null}
			</p>
		</Section>
	);
}

/** Longer lists of steps open on demand. */
const mostOpen = 4;

function RoleSteps({ role: { label, protocols } }: { role: Role }) {
	const t = useT("directory");
	return (
		<Section title={label} level={3}>
			{protocols.length === 0 ? <p className="text-ink-soft">{t("stepsNone")}</p> : null}
			<ul>
				{protocols.map(({ protocolId, title, carries, receives }) => (
					<li key={protocolId}>
						<Details summary={title} open={carries.length <= mostOpen}>
							<ul className="ml-5 list-disc">
								{carries.map((step) => (
									<li key={step}>{step}</li>
								))}
							</ul>
							{receives.length > 0 ? (
								<p className="mt-1 text-ink-soft">{t("asked", { steps: receives.join(", ") })}</p>
							) : null}
							<p className="mt-2">
								<TextLink to={paths.protocol(protocolId)}>{t("seeProtocol")}</TextLink>
							</p>
						</Details>
					</li>
				))}
			</ul>
		</Section>
	);
}
