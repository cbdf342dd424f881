import type { Language } from "#protocols/language/text.ts";
import type { CompiledProtocol } from "./compile.ts";
import {
	type Outline,
	type OutlineGroup,
	type OutlineOutcome,
	type OutlineSection,
	type OutlineStep,
	outlineOf,
} from "./outline.ts";
import { labelOfRole } from "./outline-walk.ts";
import { wordsOf } from "./wording.ts";

/** A protocol as plain text: one line a step and one an outcome, indented as they lie in each other. */
export function outlineText(compiled: CompiledProtocol, language: Language): string {
	const outline = outlineOf(compiled, language);
	const lines = [
		outline.title,
		...outline.phases.flatMap((phase) => ["", ...sectionLines(outline, phase, "")]),
		"",
		`${wordsOf(language).anyTime.toUpperCase()}`,
		...outline.interruptions.flatMap((line) => ["", ...sectionLines(outline, line, "")]),
	];
	return `${lines.join("\n").replaceAll("\u00a0", " ")}\n`;
}

function sectionLines(outline: Outline, section: OutlineSection, indent: string): string[] {
	const { kind, letter, title, about, items } = section;
	const name =
		kind === "phase" ? title.toUpperCase() : letter ? `${letter}. ${title}` : `~ ${title}`;
	return [
		`${indent}${name}`,
		...(about ? [`${indent}   ${about}`] : []),
		...items.flatMap((item) =>
			item.type === "step"
				? stepLines(outline, item, `${indent}  `)
				: groupLines(outline, item, `${indent}  `),
		),
	];
}

function groupLines(outline: Outline, group: OutlineGroup, indent: string): string[] {
	return [
		`${indent}[${group.numbers}] ${group.title}`,
		...group.tracks.flatMap((track) => sectionLines(outline, track, `${indent}  `)),
		`${indent}=> ${group.leads}`,
	];
}

function stepLines(outline: Outline, step: OutlineStep, indent: string): string[] {
	const details = [
		labelOfRole(outline, step.role),
		step.delayBasis,
		...(step.rounds ? [step.rounds] : []),
	];
	return [
		`${indent}${step.number}. ${step.title}`,
		`${indent}   ${details.join(" · ")}`,
		...(step.handoff
			? [`${indent}   => ${labelOfRole(outline, step.handoff.to)} (${step.handoff.asks})`]
			: []),
		...step.outcomes.map((outcome) => `${indent}   - ${outcomeLine(outcome)}`),
	];
}

function outcomeLine({ label, condition, leads, raises }: OutlineOutcome): string {
	const after = raises ? `${leads} ; ${raises.words}` : leads;
	return condition ? `${label} (${condition}) -> ${after}` : `${label} -> ${after}`;
}
