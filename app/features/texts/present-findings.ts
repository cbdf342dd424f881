import { paths } from "#app/paths.ts";
import type { FindingKind } from "#db/public-texts/finding.ts";
import type { TextFinding } from "#db/text-scan.ts";

/** A place of a public text that may point at somebody, in words. */
export type PresentedFinding = {
	key: string;
	to: string;
	about: TextFinding["about"];
	/** The title of the protocol that it is, or comments on; or the name of the structure. */
	subject: string;
	/** A part of the directory, or the title of a step, or else the way to the text. */
	place: { known: KnownPlace; words: null } | { known: null; words: string | null };
	english: boolean;
	kind: FindingKind;
};

const knownPlaces = ["name", "zone", "presentation"] as const;
type KnownPlace = (typeof knownPlaces)[number];

/** What a text is part of, as its readers call it. */
export type Naming = {
	structureName(structureId: string): string | undefined;
	protocolTitle(protocolId: string): string | undefined;
	/** The title of the protocol that a consultation is about. */
	consultationTitle(consultationId: string): string | undefined;
	/** The title of a step of a protocol; undefined when there is no such step. */
	stepTitle(protocolId: string, stepId: string): string | undefined;
};

/** Words a finding; what it was found in may have gone meanwhile, and then keeps its short name. */
export function presentFinding(finding: TextFinding, naming: Naming): PresentedFinding {
	const { about, subjectId, place, language, kind } = finding;
	const shared = { key: [about, subjectId, place, language, kind].join(" "), about, kind };
	const english = language === "en";
	if (about === "structure") {
		const subject = naming.structureName(subjectId) ?? subjectId;
		const known = knownPlaces.find((one) => one === place);
		const where = known ? { known, words: null } : { known: null, words: place };
		const to =
			known === "presentation" ? paths.structure(subjectId) : paths.editStructure(subjectId);
		return { ...shared, to, subject, english, place: where };
	}
	if (about === "comment") {
		const to = `${paths.consultation(subjectId)}#comment-${place}`;
		const subject = naming.consultationTitle(subjectId) ?? subjectId;
		return { ...shared, to, subject, english, place: { known: null, words: null } };
	}
	const step = place.split("/").flatMap((part) => naming.stepTitle(subjectId, part) ?? []);
	return {
		...shared,
		to: paths.protocol(subjectId),
		subject: naming.protocolTitle(subjectId) ?? subjectId,
		english,
		place: { known: null, words: step.at(-1) ?? place },
	};
}
