import { paths } from "#app/paths.ts";
import type { Finding } from "#protocols/checker/finding.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import { spellPart } from "#protocols/editing/part-ref.ts";
import { partTitle } from "#protocols/editing/part-titles.ts";
import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Language } from "#protocols/language/text.ts";

/** A finding as a page shows it. */
export type FindingView = {
	key: string;
	sentence: string;
	advice: string;
	/** The part to open in the editor. */
	part: { name: string; to: string };
	/** The story act by act; empty where there is none. */
	told: string[];
	/** What the simulator is sent to play it: an array of acts as JSON. */
	story: string | null;
};

export type FindingsView = { errors: FindingView[]; warnings: FindingView[] };

/** Words findings in the language of the reader, each with the address of its part. */
export function findingsView(
	findings: readonly Finding[],
	{ draftId, protocol, language }: { draftId: string; protocol: Protocol; language: Language },
): FindingsView {
	const places = placesOf(protocol);
	const view = (finding: Finding, place: number): FindingView => ({
		key: `${finding.code} ${spellPart(finding.part)} ${place}`,
		sentence: finding.sentence[language],
		advice: finding.advice[language],
		part: {
			name: sayWell(partTitle(protocol, finding.part, places), language),
			to: paths.draftPart(draftId, spellPart(finding.part)),
		},
		told: (finding.told ?? []).map((act) => act[language]),
		story: finding.story ? JSON.stringify(finding.story) : null,
	});
	const weighing = (severity: Finding["severity"]) =>
		findings.filter((finding) => finding.severity === severity).map(view);
	return { errors: weighing("error"), warnings: weighing("warning") };
}
