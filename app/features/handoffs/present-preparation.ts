import type { Preparation } from "#db/handoff-preparation.ts";
import { showAlias } from "#db/pseudonyms/alias.ts";
import { sayDelay } from "#protocols/compiler/wording.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";
import { informationToYoungPerson } from "#protocols/language/vocabulary/handoff-codes.ts";
import { choicesOf, codeWords } from "./code-words.ts";
import { ageBandWords, presentTerms } from "./present-handoff.ts";
import { presentStructure } from "./structure-words.ts";

/** The page that prepares a handoff, in the reader's language. */
export type PresentedPreparation = ReturnType<typeof presentPreparation>;

/** Words what is needed to prepare a handoff. */
export function presentPreparation(
	{ step, terms, role, structures, ...rest }: Preparation,
	own: { handle: string; alias: string },
	{ language, secret }: { language: Language; secret: string },
) {
	const external = terms.mode === "external";
	return {
		...presentTerms(terms, language),
		handle: own.handle,
		alias: showAlias(own.alias),
		title: say(step.title, language),
		guidance: say(step.guidance, language),
		ownDelay: sayDelay(step.delay, language),
		goesOn: terms.goesOn,
		role: say(role, language),
		shape: { external, recipients: terms.recipients, questions: step.questions },
		questions: step.questions.map((name) => ({
			name,
			label: fields[name].label[language],
			most: fields[name].most,
			choices: choicesOf(fields[name].codes, language),
			before: [rest.ownAnswers[name] ?? []].flat(),
		})),
		information: choicesOf(informationToYoungPerson, language),
		structures: structures.map((one) => presentStructure(one, { language, secret })),
		ageBand: ageBandWords(rest.ageBand, language),
		danger: rest.danger,
		draft: rest.draft,
		seen: rest.seen,
	};
}

/** What somebody is about to hand off, as the last look shows it. */
export function preparedWords(
	page: PresentedPreparation,
	answers: Record<string, string | string[] | undefined>,
	language: Language,
) {
	const asked = [answers.to ?? []].flat();
	const chosen = page.structures.filter(({ id }) => asked.includes(id));
	return {
		to: chosen.map(({ name }) => name ?? page.role),
		said: page.questions.map(({ name, label }) => ({
			term: label,
			description: codeWords(fields[name].codes, answers[name], language),
		})),
		information: codeWords(informationToYoungPerson, answers.information, language),
	};
}
