import "#app/locales/needed/simulator.ts";
import { Form } from "@remix-run/react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-groups.tsx";
import { Details } from "#app/ui/details.tsx";
import { ItemList } from "#app/ui/item-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Coverage } from "./coverage.tsx";
import { FictitiousNotice } from "./fictitious-notice.tsx";
import type { PlaysView } from "./present-plays.ts";
import { ScenarioList } from "./scenario-list.tsx";

type Props = { view: PlaysView; saved: "saved" | "removed" | null };

/** What can be played under a draft: a new story, those under way, the scenarios saved with it. */
export function PlaysPage({ view, saved }: Props) {
	const t = useT("simulator");
	return (
		<Page
			title={t("plays.title")}
			lead={t("plays.lead")}
			aside={
				<Section title={t("coverage.title")}>
					<Coverage {...view.coverage} />
				</Section>
			}
		>
			<FictitiousNotice />
			{saved ? (
				<div className="mb-8">
					<Notice kind="done" live title={t(`scenarios.${saved}`)} />
				</div>
			) : null}
			<StartForm {...view} />
			<Section title={t("scenarios.title")}>
				<ScenarioList {...view} />
			</Section>
			<Section title={t("plays.yours")}>
				<PlayList {...view} />
			</Section>
		</Page>
	);
}

function StartForm({ hasVersion, opens }: Pick<PlaysView, "hasVersion" | "opens">) {
	const t = useT("simulator");
	return (
		<Form method="post" className="mb-12">
			<input type="hidden" name="intent" value="start" />
			{opens.length > 0 ? (
				<Details summary={t("plays.opensWith")}>
					<CheckboxGroup name="opens" label={t("plays.opens")} choices={opens} />
				</Details>
			) : null}
			<Actions>
				<Button name="under" value="draft">
					{t("plays.start")}
				</Button>
				{hasVersion ? (
					<Button kind="secondary" name="under" value="version">
						{t("plays.startVersion")}
					</Button>
				) : null}
			</Actions>
		</Form>
	);
}

function PlayList({ plays, draftId, timeZone }: PlaysView) {
	const t = useT("simulator");
	const format = useFormat(timeZone);
	const about = ({ acts, underVersion }: PlaysView["plays"][number]) =>
		[
			acts === 0 ? t("plays.noActs") : t("plays.acts", { count: acts }),
			underVersion ? t("plays.underVersion") : "",
		]
			.filter(Boolean)
			.join(" · ");
	return (
		<>
			{plays.length > 0 ? (
				<ItemList
					label={t("plays.yours")}
					items={plays.map((play) => ({
						key: play.id,
						to: paths.draftPlay(draftId, play.id),
						kind: "open",
						title: t("plays.item", { date: format.dateTime(play.startedAt) }),
						about: about(play),
					}))}
				/>
			) : (
				<p>{t("plays.none")}</p>
			)}
			<p className="mt-3 text-small text-ink-soft">{t("plays.kept")}</p>
		</>
	);
}
