import { formatWeekday } from "#app/i18n/list.ts";
import { coverageOf } from "#protocols/checker/coverage.ts";
import { delayBudget, type MilestoneBudget } from "#protocols/checker/delay-budget.ts";
import type { Finding } from "#protocols/checker/finding.ts";
import type { TerritoryFacts } from "#protocols/checker/rule.ts";
import { saySums } from "#protocols/checker/say-sums.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { sayDuration, sayWell, wordsOf } from "#protocols/compiler/wording.ts";
import type { Language } from "#protocols/language/text.ts";
import { findingsView } from "./present-findings.ts";

export type ChecksView = ReturnType<typeof presentChecks>;
export type BudgetView = ChecksView["budget"][number];
export type CoverageView = ChecksView["coverage"][number];

type Shown = {
	draftId: string;
	compiled: CompiledProtocol;
	findings: readonly Finding[];
	facts: Pick<TerritoryFacts, "structuresHolding">;
	workDays: readonly number[];
	language: Language;
};

/** Everything that the page of checks shows of a draft. */
export function presentChecks({ draftId, compiled, findings, facts, workDays, language }: Shown) {
	const { protocol } = compiled;
	return {
		draftId,
		title: sayWell(protocol.title, language),
		findings: findingsView(findings, { draftId, protocol, language }),
		budget: delayBudget(compiled).map((budget) => presentBudget(budget, compiled, language)),
		coverage: coverageOf(compiled, facts, workDays).map((role) => {
			const label = protocol.roles.find(({ id }) => id === role.role)?.label;
			return {
				role: label ? sayWell(label, language) : role.role,
				structures: role.structures.map(({ name }) => name),
				gap: role.gap,
				closedOn: role.closedOn.map((day) => formatWeekday(day, language)),
			};
		}),
	};
}

function presentBudget(budget: MilestoneBudget, { places }: CompiledProtocol, language: Language) {
	const { milestone, worst, promised, path, ceilings, exceeded } = budget;
	const state: "open" | "exceeded" | "kept" = exceeded ? "exceeded" : "kept";
	const title = (id: string) => {
		const step = places.steps.get(id)?.step;
		return step ? sayWell(step.title, language) : id;
	};
	return {
		milestone,
		name: wordsOf(language).milestones[milestone],
		worst: worst ? saySums(worst, language) : null,
		promised: promised ? sayDuration(promised, language) : null,
		state: promised && worst ? state : "open",
		path: path.map((id) => ({ id, title: title(id) })),
		laws: ceilings.map(({ ceiling }) => `${ceiling.reference} : ${ceiling.what[language]}`),
	} as const;
}
