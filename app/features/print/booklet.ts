import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { drawingOf } from "#protocols/compiler/drawing.ts";
import { type Outline, outlineOf } from "#protocols/compiler/outline.ts";
import { labelOfRole, stepsOf } from "#protocols/compiler/outline-walk.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";
import { type DrawnSheet, drawnSheets } from "./drawn-sheets.ts";
import type { CardStructure } from "./role-card.ts";

/** A text of law, and the steps whose delay it sets. */
export type LawReference = {
	text: string;
	steps: { number: number; title: string; delay: string }[];
};

/** A closed question with the codes of its answers. */
export type CodeList = { id: string; label: string; codes: { code: string; label: string }[] };

/** The whole protocol for paper, beside what its page shows already. */
export type Booklet = {
	outline: Outline;
	sheets: DrawnSheet[];
	law: LawReference[];
	telephones: { role: string; structures: { name: string; phone: string }[] }[];
	codes: CodeList[];
};

/** Everything that a printed protocol holds. */
export function bookletOf(
	compiled: CompiledProtocol,
	language: Language,
	structures: readonly CardStructure[],
): Booklet {
	const outline = outlineOf(compiled, language);
	return {
		outline,
		sheets: drawnSheets(drawingOf(compiled, language)),
		law: lawOf(compiled, outline),
		telephones: telephonesOf(outline, structures),
		codes: codesOf(outline, language),
	};
}

function lawOf({ places }: CompiledProtocol, outline: Outline): LawReference[] {
	const byText = new Map<string, LawReference["steps"]>();
	for (const { id, number, title, delay } of stepsOf([
		...outline.phases,
		...outline.interruptions,
	])) {
		const { basis, reference } = places.steps.get(id)?.step.delay ?? {};
		if (basis !== "law" || !reference) continue;
		byText.set(reference, [...(byText.get(reference) ?? []), { number, title, delay }]);
	}
	return [...byText].map(([text, steps]) => ({ text, steps }));
}

function telephonesOf(outline: Outline, structures: readonly CardStructure[]) {
	return outline.roles
		.filter(({ external }) => !external)
		.map(({ id }) => ({
			role: labelOfRole(outline, id),
			structures: structures.flatMap(({ name, phone, roles }) =>
				phone !== null && roles.includes(id) ? [{ name, phone }] : [],
			),
		}))
		.filter((line) => line.structures.length > 0);
}

function codesOf(outline: Outline, language: Language): CodeList[] {
	const steps = [...stepsOf([...outline.phases, ...outline.interruptions])];
	const asked = [...new Set(steps.flatMap(({ questions }) => questions))];
	return asked.map((id) => ({
		id,
		label: sayWell(fields[id].label, language),
		codes: Object.entries(fields[id].codes).map(([code, words]) => ({
			code,
			label: say(words, language),
		})),
	}));
}
