import "#app/locales/needed/simulator.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { PlaysView, ScenarioView } from "./present-plays.ts";

/** The saved scenarios, played anew: which hold, and where the others broke. */
export function ScenarioList({ scenarios, broken }: Pick<PlaysView, "scenarios" | "broken">) {
	const t = useT("simulator");
	const all = scenarios.length;
	if (all === 0) return <EmptyState title={t("scenarios.none")} />;
	return (
		<>
			<p className="mb-4 max-w-measure text-ink-soft">{t("scenarios.lead")}</p>
			<Notice
				kind={broken > 0 ? "failed" : "done"}
				title={
					broken > 0
						? t("scenarios.some", { count: broken, all })
						: t("scenarios.all", { count: all })
				}
			/>
			<ul className="mt-4 divide-y divide-rule border-y border-rule">
				{scenarios.map((scenario) => (
					<ScenarioItem key={scenario.name} {...scenario} />
				))}
			</ul>
		</>
	);
}

function ScenarioItem({ name, title, shows, broken, acts }: ScenarioView) {
	const t = useT("simulator");
	return (
		<li className="py-4">
			<h3 className="font-semibold">{title}</h3>
			<p className="text-ink-soft">{shows}</p>
			<p className="mt-1">
				<StatusTag kind={broken ? "failed" : "done"}>{useStateOf(broken)}</StatusTag>
			</p>
			{broken ? <p className="mt-1 max-w-measure">{broken.why}</p> : null}
			<div className="mt-2 flex flex-wrap items-start gap-x-6">
				<ScenarioButton intent="scenario" name={name} title={title}>
					{t("scenarios.play")}
				</ScenarioButton>
				<ScenarioButton intent="delete" name={name} title={title}>
					{t("scenarios.remove")}
				</ScenarioButton>
				<Details summary={t("scenarios.told")}>
					<ol className="list-decimal space-y-1 pl-5">
						{acts.map((act, place) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: the acts of a told story do not move
							<li key={place}>{act}</li>
						))}
					</ol>
				</Details>
			</div>
		</li>
	);
}

function useStateOf(broken: ScenarioView["broken"]): string {
	const t = useT("simulator");
	if (!broken) return t("scenarios.holds");
	if (broken.act === 0) return t("scenarios.brokenOpening");
	return t("scenarios.broken", { act: broken.act });
}

type ButtonProps = {
	intent: "scenario" | "delete";
	name: string;
	/** Said after the words, for those who do not see beside what the button stands. */
	title: string;
	children: string;
};

function ScenarioButton({ intent, name, title, children }: ButtonProps) {
	const t = useT("simulator");
	return (
		<Form method="post">
			<HiddenFields values={{ intent, name }} />
			<Button kind="quiet">
				<span>
					{children} <VisuallyHidden>{t("scenarios.named", { title })}</VisuallyHidden>
				</span>
			</Button>
		</Form>
	);
}
