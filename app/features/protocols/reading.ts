import type { Language } from "#app/i18n/languages.ts";
import type { PublishedProtocol } from "#db/protocol-versions.ts";
import { type Drawing, drawingOf } from "#protocols/compiler/drawing.ts";
import { type Outline, outlineOf } from "#protocols/compiler/outline.ts";
import { stepsOf } from "#protocols/compiler/outline-walk.ts";
import { say } from "#protocols/language/text.ts";
import { type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";

/** A closed question with its answers, in words. */
export type QuestionWords = { label: string; most: number; answers: string[] };

/** What the page of a published protocol shows, in one language. */
export type ProtocolReading = {
	shortHash: string;
	publishedAt: number;
	drawing: Drawing;
	outline: Outline;
	/** The questions that its steps ask, each once. */
	questions: Partial<Record<FieldCode, QuestionWords>>;
};

/** Words a published protocol for its page. */
export function readingOf(published: PublishedProtocol, language: Language): ProtocolReading {
	const outline = outlineOf(published, language);
	const steps = [...stepsOf([...outline.phases, ...outline.interruptions])];
	const asked = new Set(steps.flatMap(({ questions }) => questions));
	return {
		shortHash: shortHash(published.hash),
		publishedAt: published.publishedAt,
		drawing: drawingOf(published, language),
		outline,
		questions: Object.fromEntries([...asked].map((code) => [code, questionWords(code, language)])),
	};
}

/** As much of a version's hash as two people read out to each other. */
export function shortHash(hash: string): string {
	return hash.slice(0, 8);
}

function questionWords(code: FieldCode, language: Language): QuestionWords {
	const { label, most, codes } = fields[code];
	return {
		label: say(label, language),
		most,
		answers: Object.values(codes).map((answer) => say(answer, language)),
	};
}
