import { formatWeekday } from "#app/i18n/list.ts";
import { coverageOf } from "#protocols/checker/coverage.ts";
import { delayBudget, type MilestoneBudget } from "#protocols/checker/delay-budget.ts";
import type { Finding } from "#protocols/checker/finding.ts";
import type { LegalCeiling } from "#protocols/checker/legal-ceilings.ts";
import type { TerritoryFacts } from "#protocols/checker/rule.ts";
import { saySums } from "#protocols/checker/say-sums.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { drawingOf, linesOf } from "#protocols/compiler/drawing.ts";
import { sayDuration, sayWell, wordsOf } from "#protocols/compiler/wording.ts";
import type { Language } from "#protocols/language/text.ts";
import { findingsView } from "./present-findings.ts";

export type ChecksView = ReturnType<typeof presentChecks>;
export type BudgetView = ChecksView["budget"][number];
export type WayStep = BudgetView["path"][number];
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
	const draft = { compiled, numbers: numbersOn(compiled, language) };
	return {
		draftId,
		title: sayWell(protocol.title, language),
		findings: findingsView(findings, { draftId, protocol, language }),
		budget: delayBudget(compiled).map((budget) => presentBudget(budget, draft, language)),
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

function sayCeiling({ reference, what }: LegalCeiling, language: Language): string {
	return language === "fr" ? `${reference} : ${what.fr}` : `${reference}: ${what.en}`;
}

/** The number that each step has on the line. */
function numbersOn(compiled: CompiledProtocol, language: Language): Map<string, number> {
	const items = [...linesOf(drawingOf(compiled, language))].flatMap((line) => line.items);
	return new Map(
		items.flatMap((item) => (item.type === "station" ? [[item.id, item.number]] : [])),
	);
}

type Draft = { compiled: CompiledProtocol; numbers: ReadonlyMap<string, number> };

function presentBudget(budget: MilestoneBudget, { compiled, numbers }: Draft, language: Language) {
	const { milestone, worst, promised, path, ceilings, exceeded } = budget;
	const state: "open" | "exceeded" | "kept" = exceeded ? "exceeded" : "kept";
	const { protocol, places } = compiled;
	const stop = (id: string) => {
		const placed = places.steps.get(id);
		if (!placed) return [];
		const { step, container } = placed;
		const role = protocol.roles.find((one) => one.id === step.role);
		return [
			{
				...{ id, number: numbers.get(id) ?? 0, phase: container.phase ?? null },
				title: sayWell(step.title, language),
				role: role ? sayWell(role.label, language) : step.role,
				delay: sayDuration(step.delay, language),
			},
		];
	};
	return {
		milestone,
		name: wordsOf(language).milestones[milestone],
		worst: worst ? saySums(worst, language) : null,
		promised: promised ? sayDuration(promised, language) : null,
		state: promised && worst ? state : "open",
		path: path.flatMap(stop),
		laws: [...new Set(ceilings.map(({ ceiling }) => sayCeiling(ceiling, language)))],
	} as const;
}
