import { sayWell, wordsOf } from "#protocols/compiler/wording.ts";
import type { Condition, Outcome } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";
import { facet, textFacets } from "./facets.ts";
import type { Naming } from "./naming.ts";
import type { Facet, Item } from "./part.ts";
import { asWritten, ends, inBoth, quoted, type Said, saidText, words } from "./words.ts";

/** An outcome of a step, and everything that is said of it. */
export function outcomeItem(outcome: Outcome, naming: Naming): Item {
	const label = outcomeLabel(outcome);
	const facets = outcomeFacets(outcome, naming);
	return {
		key: `outcome/${outcome.code}`,
		label,
		summary: inBoth((language) =>
			facets
				.filter(({ name }) => !name.startsWith("label/"))
				.map(({ label, said }) => `${label[language]} ${said[language]}`)
				.join(language === "fr" ? "\u00a0; " : "; "),
		),
		facets: facets.map((one) => ({ ...one, label: within(label, one.label) })),
	};
}

/** « Issue « Fait » ». */
function outcomeLabel({ label }: Outcome): Said {
	const { fr, en } = quoted(saidText(label));
	return { fr: `Issue ${fr}`, en: `Outcome ${en}` };
}

function within(label: Said, facet: Said): Said {
	return {
		fr: `${label.fr}, ${facet.fr.toLowerCase()}`,
		en: `${label.en}, ${facet.en.toLowerCase()}`,
	};
}

function outcomeFacets({ label, to, when, raises, leads, on }: Outcome, naming: Naming): Facet[] {
	return [
		...textFacets("label", words.label, label),
		...facet("to", words.leads, to, () => naming.place(to)),
		...facet("when", words.when, when, () => (when ? saidCondition(when, naming) : words.none)),
		...facet("raises", words.raises, raises, () => quoted(naming.title(raises ?? ""))),
		...facet("leads", words.leadsCourse, leads, () => naming.place(leads ?? "")),
		...facet("on", words.end, on, () => (on ? ends[on] : words.none)),
	];
}

function saidCondition(when: Condition, naming: Naming): Said {
	if ("track" in when) {
		const reached = naming.title(when.reached);
		return inBoth((language) => wordsOf(language).reached(reached[language]));
	}
	const { label, codes } = fields[when.fact];
	const answers: Readonly<Record<string, Text>> = codes;
	return inBoth((language) => {
		const said = when.in.map((code) => sayWell(answers[code] ?? asWritten(code), language));
		return wordsOf(language).factIn(sayWell(label, language), said.join(wordsOf(language).or));
	});
}
