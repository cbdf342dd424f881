import type { Language } from "#app/i18n/languages.ts";
import { type Area, areas, type Finding, type Found } from "./finding.ts";
import { english } from "./words-en.ts";
import { french } from "./words-fr.ts";

type Counted = { must: number; should: number };

/** Everything that the doctor says in one language: of each finding, what is so and what to do. */
export type DoctorWords = {
	areas: Record<Area, string>;
	nothing: string;
	must: string;
	should: string;
	summary(counted: Counted): string;
	findings: {
		[Code in Found["code"]]: (
			found: Extract<Found, { code: Code }>,
		) => [what: string, todo: string];
	};
};

const words: Record<Language, DoctorWords> = { fr: french, en: english };

/** What was found, area by area. */
export function doctorReport(findings: readonly Finding[], language: Language): string[] {
	const said = words[language];
	const colon = language === "fr" ? " :" : ":";
	const lines = areas.flatMap((area) => {
		const here = findings.filter((finding) => finding.area === area);
		if (here.length === 0) return [`${said.areas[area]}${colon} ${said.nothing}`];
		return here.flatMap((finding) => {
			const [what, todo] = sentencesOf(said, finding);
			return [`${said.areas[area]}${colon} [${said[finding.weight]}] ${what}`, `  → ${todo}`];
		});
	});
	const must = findings.filter(({ weight }) => weight === "must").length;
	return [...lines, said.summary({ must, should: findings.length - must })];
}

/** What is so, and what to do. */
function sentencesOf(said: DoctorWords, finding: Finding): [string, string] {
	const say = said.findings[finding.code] as (found: Found) => [string, string];
	return say(finding);
}
