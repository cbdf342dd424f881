import type { Choice } from "#app/ui/select-field.tsx";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { type Drawing, drawingOf, linesOf } from "#protocols/compiler/drawing.ts";
import { sayWell, wordsOf } from "#protocols/compiler/wording.ts";
import type { PartRef } from "#protocols/editing/part-ref.ts";
import type { Container } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { leadsSomewhere, mayLead } from "#protocols/language/references.ts";
import type { Step } from "#protocols/language/step.ts";
import type { Language, Text } from "#protocols/language/text.ts";

/** A draft as its page reads it: the document, its drawing and the language of the reader. */
export type DraftReading = {
	protocol: Protocol;
	compiled: CompiledProtocol;
	drawing: Drawing;
	language: Language;
	/** How each step and group is called in a list: "3. Croiser les informations". */
	names: ReadonlyMap<string, string>;
};

/** Reads a draft once for everything that its page says of it. */
export function readingOfDraft(compiled: CompiledProtocol, language: Language): DraftReading {
	const drawing = drawingOf(compiled, language);
	const { protocol } = compiled;
	const names = new Map<string, string>();
	for (const line of linesOf(drawing)) {
		names.set(line.id, line.title);
		for (const item of line.items) {
			const title = item.type === "station" ? `${item.number}. ${item.title}` : item.title;
			names.set(item.id, title);
		}
	}
	return { protocol, compiled, drawing, language, names };
}

/** How a part is called in a sentence. */
export function nameOf({ protocol, language, names }: DraftReading, part: PartRef): string {
	if (part.kind === "protocol") return sayWell(protocol.title, language);
	if (part.kind !== "role") return names.get(part.id) ?? part.id;
	const role = protocol.roles.find(({ id }) => id === part.id);
	return role ? sayWell(role.label, language) : part.id;
}

/** Whether a text still lacks a language that the protocol speaks. */
export function lacksWords({ protocol }: DraftReading, words: Text | undefined): boolean {
	return words !== undefined && protocol.languages.includes("en") && words.en === undefined;
}

/** How many texts of a step still lack a language. */
export function missingIn(reading: DraftReading, step: Step): number {
	const texts = [
		step.title,
		step.guidance,
		step.handoff?.ifSilent,
		...step.outcomes.map(({ label }) => label),
	];
	return texts.filter((words) => lacksWords(reading, words)).length;
}

/** The roles that may carry a step; with `external`, also those outside the application. */
export function roleChoices(
	{ protocol, language }: DraftReading,
	{ external }: { external: boolean },
): Choice[] {
	return protocol.roles
		.filter((role) => external || !role.external)
		.map(({ id, label }) => ({ value: id, label: sayWell(label, language) }));
}

/** Where an outcome of a step may lead from its place. */
export function targetChoices(reading: DraftReading, container: Container, step: Step): Choice[] {
	const { compiled } = reading;
	return placeChoices(reading, (to) =>
		mayLead(compiled.places, { container, kind: step.kind }, to),
	);
}

/** Where a group may lead when all its tracks have ended. */
export function groupTargetChoices(reading: DraftReading, container: Container): Choice[] {
	return placeChoices(reading, (to) => to !== "@closed" && leadsSomewhere(container, to));
}

function placeChoices(
	{ compiled, names, language }: DraftReading,
	may: (to: string) => boolean,
): Choice[] {
	const { at } = wordsOf(language);
	const ends = [
		{ value: "@end", label: language === "fr" ? "fin de l'axe" : "end of the track" },
		{ value: "@over", label: at.over },
		{ value: "@closed", label: at.closed },
	];
	const { steps, groups } = compiled.places;
	const parts = [...names].filter(([id]) => steps.has(id) || groups.has(id));
	return [...parts.map(([value, label]) => ({ value, label })), ...ends].filter(({ value }) =>
		may(value),
	);
}

/** The interruptions that an outcome may open beside the course. */
export function interruptionChoices({ protocol, language }: DraftReading): Choice[] {
	return protocol.interruptions.map(({ id, title }) => ({
		value: id,
		label: sayWell(title, language),
	}));
}

/** The steps and groups that a place holds itself, in the order in which one comes by them. */
export function insideChoices({ names }: DraftReading, container: Container): Choice[] {
	const ids = new Set([...container.steps, ...container.groups].map(({ id }) => id));
	return [...names].filter(([id]) => ids.has(id)).map(([value, label]) => ({ value, label }));
}
