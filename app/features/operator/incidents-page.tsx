import "#app/locales/needed/operator.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT, useText } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer, FormErrorList } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Panel, Section } from "#app/ui/page.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { ownResolutions } from "./incident-form.schema.ts";
import type { SavedKind } from "./saved.ts";
import type { ShownIncident } from "./shown-incidents.ts";

type Props = {
	incidents: ShownIncident[];
	now: number;
	timeZone: string;
	saved: SavedKind | null;
	answer: FormAnswer | undefined;
};

/** What got stuck: since when and why, in codes; never about whom. */
export function IncidentsPage({ incidents, now, timeZone, saved, answer }: Props) {
	const t = useT("operator");
	const errors = byField(answer);
	return (
		<Page
			title={t("incidents.title")}
			lead={t("incidents.lead")}
			back={{ to: paths.operator(), label: t("back") }}
		>
			<FormErrors errors={errors} />
			{saved ? (
				<div className="mb-6">
					<Notice kind="done" live title={t(`saved.${saved}`)} />
				</div>
			) : null}
			{incidents.length === 0 ? (
				<EmptyState title={t("incidents.none")}>{t("incidents.noneWhy")}</EmptyState>
			) : null}
			{incidents.map((incident) => (
				<Section
					key={incident.id}
					title={t("incidents.named", {
						reason: t(`reasons.${incident.reason}`),
						id: incident.id,
					})}
				>
					<Panel>
						<Facts incident={incident} now={now} timeZone={timeZone} />
						<Acts incident={incident} error={errors[fieldOf(incident.id)]?.[0]} />
					</Panel>
				</Section>
			))}
		</Page>
	);
}

/** The answer to one of several forms of the page: its mistake leads to its own field. */
function byField(answer: FormAnswer | undefined): FormErrorList {
	const { resolution, ...others } = answer?.errors ?? {};
	return resolution ? { ...others, [fieldOf(answer?.values?.id)]: resolution } : others;
}

function fieldOf(id: unknown): string {
	return `resolution-${id}`;
}

function Facts({
	incident,
	now,
	timeZone,
}: {
	incident: ShownIncident;
	now: number;
	timeZone: string;
}) {
	const t = useT("operator");
	const { relative } = useFormat(timeZone);
	const { source, openedAt, latestAt, times, owner, own } = incident;
	return (
		<DataList
			items={[
				{ term: t("incidents.source"), description: t(`sources.${source}`) },
				{ term: t("incidents.opened"), description: relative(openedAt, now) },
				{ term: t("incidents.latest"), description: relative(latestAt, now) },
				{ term: t("incidents.times"), description: t("incidents.timesIn", { count: times }) },
				{
					term: t("incidents.owner"),
					description: own ? t("incidents.you") : (owner ?? t("incidents.nobody")),
				},
			]}
		/>
	);
}

function Acts({ incident, error }: { incident: ShownIncident; error: string | undefined }) {
	const t = useT("operator");
	const text = useText();
	const { id, own } = incident;
	return (
		<form method="post" className="mt-6">
			<input type="hidden" name="id" value={id} />
			<SelectField
				name="resolution"
				id={fieldOf(id)}
				label={t("incidents.how")}
				prompt={t("incidents.choose")}
				choices={ownResolutions.map((value) => ({ value, label: t(`resolutions.${value}`) }))}
				{...(error ? { error: text(error) } : {})}
			/>
			<Actions>
				<Button name="act" value="resolve">
					{t("incidents.resolve")}{" "}
					<span className="sr-only">{t("incidents.resolveWhich", { id })}</span>
				</Button>
				{own ? null : (
					<Button kind="secondary" name="act" value="take">
						{t("incidents.take")}{" "}
						<span className="sr-only">{t("incidents.takeWhich", { id })}</span>
					</Button>
				)}
			</Actions>
		</form>
	);
}
