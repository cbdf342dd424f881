import type { Act } from "#protocols/catalogue/scenario.ts";
import type { PartRef } from "#protocols/editing/part-ref.ts";
import type { DocumentPath } from "#protocols/language/places.ts";

/** What the checker looks for, one rule each, in the order in which a person reads the findings. */
export const findingCodes = [
	"trap",
	"tracks-wait-for-each-other",
	"group-never-completes",
	"unreachable-step",
	"silent-side",
	"refusal-without-way-out",
	"danger-unavailable",
	"runaway-without-return",
	"no-responsible-role",
	"role-without-structure",
	"names-a-person",
	"delay-above-law",
	"promise-exceeded",
	"delay-without-basis",
	"handoff-without-delay",
	"incomplete-conditions",
	"overlapping-conditions",
	"outcome-never-used",
	"endless-loop",
	"phase-skipped",
	"closure-with-open-handoff",
	"external-without-declared-acknowledgement",
	"too-many-questions",
	"missing-translation",
	"too-entangled",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** An error forbids publication; a warning asks for a written acceptance. */
export type Severity = "error" | "warning";

/** A sentence in both languages. */
export type Sentence = { fr: string; en: string };

/** Something in a readable protocol that would let people down. */
export type Finding = {
	code: FindingCode;
	severity: Severity;
	part: PartRef;
	path: DocumentPath;
	sentence: Sentence;
	advice: Sentence;
	/** The shortest story that shows it. */
	story?: Act[];
	/** The same story in words, one sentence an act. */
	told?: Sentence[];
};
