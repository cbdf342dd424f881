import "#app/locales/needed/situations.ts";
import { useT } from "#app/i18n/use-t.ts";
import { RadioGroup } from "#app/ui/choice-groups.tsx";
import { Mark } from "#app/ui/mark.tsx";
import type { OutcomeView } from "./present-step.ts";

type Props = {
	outcomes: OutcomeView[];
	field: { name: string; defaultValue?: string; error?: string };
	label?: string;
};

/** The outcomes of a step: each says where it leads; those that are not possible now say why. */
export function OutcomeChoices({ outcomes, field, label }: Props) {
	const t = useT("situations");
	const leads = useLeads();
	const possible = outcomes.filter(({ blocked }) => !blocked);
	return (
		<>
			<RadioGroup
				{...field}
				label={label ?? t("step.outcome")}
				choices={possible.map((outcome) => ({
					value: outcome.code,
					label: outcome.label,
					hint: leads(outcome),
				}))}
			/>
			<BlockedOutcomes outcomes={outcomes.filter(({ blocked }) => blocked)} />
		</>
	);
}

function BlockedOutcomes({ outcomes }: { outcomes: OutcomeView[] }) {
	const t = useT("situations");
	const why = useBlocked();
	if (outcomes.length === 0) return null;
	return (
		<section aria-label={t("step.blocked")} className="mb-6 max-w-measure">
			<p className="mb-1.5 text-small text-ink-soft">{t("step.blocked")}</p>
			<ul className="space-y-2">
				{outcomes.map(({ code, label, blocked }) => (
					<li
						key={code}
						className="flex items-start gap-3.5 rounded-control border border-dashed border-border px-4 py-3 text-ink-soft"
					>
						<Mark kind="suspended" className="mt-[0.15em]" />
						<span>
							{label}
							{blocked ? <span className="block text-small">{why(blocked)}</span> : null}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

/** Where an outcome leads, in a sentence or two. */
export function useLeads(): (outcome: OutcomeView) => string {
	const t = useT("situations");
	return ({ leads: { at, title }, raises, needs }) => {
		const sentences = [
			t(`leads.${at}`, { title }),
			raises ? t("leads.raises", { title: raises }) : "",
			needs ? t("leads.needs", { field: needs.field, answers: needs.answers.join(t("or")) }) : "",
		];
		return sentences.filter(Boolean).join(" ");
	};
}

function useBlocked(): (blocked: NonNullable<OutcomeView["blocked"]>) => string {
	const t = useT("situations");
	return (blocked) => {
		switch (blocked.because) {
			case "rounds":
				return t("blocked.rounds", { beyond: blocked.beyond });
			case "reached":
				return t("blocked.reached", { title: blocked.title });
			case "fact":
				return t("blocked.fact", {
					field: blocked.field,
					answers: blocked.answers.join(t("or")),
				});
			case "handoffs":
				return t("blocked.handoffs", { count: blocked.count });
		}
	};
}
