import type { Finding } from "#protocols/checker/finding.ts";
import { spellPart } from "#protocols/editing/part-ref.ts";
import { type DraftReading, nameOf } from "./reading-draft.ts";

/** The first findings in words, and how many there are. */
export type FindingsView = {
	errors: number;
	warnings: number;
	shown: {
		key: string;
		severity: "error" | "warning";
		sentence: string;
		advice: string;
		/** The part to open, and how it is called. */
		part: string;
		partName: string;
	}[];
};

/** So many findings stand beside the draft; the page of checks has them all. */
const mostShown = 5;

/** Words the findings of a draft; those of the open part come first. */
export function presentFindings(
	reading: DraftReading,
	found: readonly Finding[],
	open: string,
): FindingsView {
	const { language } = reading;
	const near = found.filter(({ part }) => spellPart(part) === open);
	const far = found.filter(({ part }) => spellPart(part) !== open);
	const count = (severity: Finding["severity"]) =>
		found.filter((finding) => finding.severity === severity).length;
	return {
		errors: count("error"),
		warnings: count("warning"),
		shown: [...near, ...far].slice(0, mostShown).map((finding, place) => ({
			key: `${finding.code} ${spellPart(finding.part)} ${place}`,
			severity: finding.severity,
			sentence: finding.sentence[language],
			advice: finding.advice[language],
			part: spellPart(finding.part),
			partName: nameOf(reading, finding.part),
		})),
	};
}
