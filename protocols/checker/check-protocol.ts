import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { DocumentPath } from "#protocols/language/places.ts";
import { delayBudget } from "./delay-budget.ts";
import { type Finding, findingCodes } from "./finding.ts";
import { analyse } from "./model/analysis.ts";
import type { Checking, Found, Rule, TerritoryFacts } from "./rule.ts";
import { rules } from "./rules.ts";
import { storyOf } from "./story-of.ts";
import { told } from "./told.ts";

/**
 * Everything in a readable protocol that would let people down.
 *
 * Pure and always the same: errors first, then in the order in which the document is read.
 */
export function checkProtocol(compiled: CompiledProtocol, territory?: TerritoryFacts): Finding[] {
	const analysis = analyse(compiled);
	const checking = { compiled, analysis, budget: delayBudget(compiled), territory };
	return rules
		.flatMap((rule) => rule.find(checking).map((found) => findingOf(checking, rule, found)))
		.sort(byWeight);
}

function findingOf({ compiled, analysis }: Checking, rule: Rule, found: Found): Finding {
	const { part, path, sentence, advice, way, afterwards = [] } = found;
	const story = way && [...storyOf(compiled, analysis.model, way), ...afterwards];
	return {
		code: rule.code,
		severity: found.severity ?? rule.severity,
		part,
		path,
		sentence,
		advice,
		...(story ? { story, told: told(compiled, story) } : {}),
	};
}

function byWeight(left: Finding, right: Finding): number {
	if (left.severity !== right.severity) return left.severity === "error" ? -1 : 1;
	return (
		comparePaths(left.path, right.path) ||
		findingCodes.indexOf(left.code) - findingCodes.indexOf(right.code)
	);
}

const heads = ["title", "audience", "prerequisites", "languages", "roles", "promises", "phases"];

function comparePaths(left: DocumentPath, right: DocumentPath): number {
	for (const [index, key] of left.entries()) {
		const other = right[index];
		if (other === undefined) return 1;
		const order = rank(key, index) - rank(other, index);
		if (order !== 0) return order;
	}
	return left.length - right.length;
}

function rank(key: string | number, depth: number): number {
	if (typeof key === "number") return key;
	if (depth > 0) return key === "groups" ? 1 : 0;
	const head = heads.indexOf(key);
	return head === -1 ? heads.length : head;
}
