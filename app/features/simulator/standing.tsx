import "#app/locales/needed/simulator.ts";
import { useT } from "#app/i18n/use-t.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import type { StandingView } from "./present-play.ts";

/** Who holds each open part. */
export function Holders({ holders }: Pick<StandingView, "holders">) {
	const t = useT("simulator");
	if (holders.length === 0) return <p>{t("holders.nobody")}</p>;
	return (
		<DataList
			items={holders.map(({ title, structure }) => ({
				term: title ?? t("holders.course"),
				description: structure,
			}))}
		/>
	);
}

const marks = { underway: "here", late: "late", paused: "suspended" } as const;

/** What is open, who carries it, and why it is open. */
export function OpenSteps({ steps }: Pick<StandingView, "steps">) {
	const t = useT("simulator");
	const why = useWhy();
	if (steps.length === 0) return <p>{t("steps.none")}</p>;
	return (
		<ul className="space-y-4">
			{steps.map((step) => (
				<li key={step.id}>
					<p className="font-semibold">{step.title}</p>
					<p>
						<StatusTag kind={marks[step.state]}>{t(`stepStates.${step.state}`)}</StatusTag>
					</p>
					<p className="text-small text-ink-soft">
						{step.structure
							? t("steps.at", { structure: step.structure })
							: t("steps.atNobody", { role: step.role })}
					</p>
					<p className="text-small">{why(step.why)}</p>
				</li>
			))}
		</ul>
	);
}

function useWhy(): (why: StandingView["steps"][number]["why"]) => string {
	const t = useT("simulator");
	return (why) => {
		switch (why.by) {
			case "opening":
				return t("steps.opening");
			case "interruption":
				return t("steps.interruption", why);
			case "outcome":
				return t("steps.outcome", why);
			case "handoff":
				return t("steps.handoff", why);
		}
	};
}
