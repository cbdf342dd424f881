import { type HandoffTerms, handoffClocks } from "#protocols/language/step.ts";
import { handoffActions } from "#protocols/language/vocabulary/handoff-codes.ts";
import { facet, textFacets } from "./facets.ts";
import type { Naming } from "./naming.ts";
import type { Facet, Item } from "./part.ts";
import { asWritten, inBoth, type Said, saidDuration, saidText, saidWord, words } from "./words.ts";

/** The terms of a handoff, and everything that is said of them. */
export function handoffItem(terms: HandoffTerms, naming: Naming): Item {
	const facets = handoffFacets(terms, naming);
	return {
		key: "handoff",
		label: words.handoff,
		summary: inBoth((language) =>
			facets
				.filter(({ name }) => !name.startsWith("ifSilent/"))
				.map(({ label, said }) => `${label[language]} ${said[language]}`)
				.join(language === "fr" ? "\u00a0; " : "; "),
		),
		facets: facets.map((one) => ({ ...one, label: ofHandoff(one.label) })),
	};
}

function ofHandoff({ fr, en }: Said): Said {
	return { fr: `Transmission, ${fr}`, en: `Handoff, ${en}` };
}

function handoffFacets(terms: HandoffTerms, naming: Naming): Facet[] {
	const { to, mode, urgency, asks, goesOn, recipients, delays, ifSilent } = terms;
	return [
		...facet("to", words.to, to, () => naming.role(to)),
		...facet("asks", words.asks, asks, () => saidText(handoffActions[asks])),
		...facet("urgency", words.urgency, urgency, () => saidWord((said) => said.urgencies[urgency])),
		...facet("goesOn", words.goesOn, goesOn, () => saidWord((said) => said.goesOn[goesOn])),
		...facet("mode", words.mode, mode, () => saidWord((said) => said.modes[mode])),
		...facet("recipients", words.recipients, recipients, () => asWritten(String(recipients))),
		...handoffClocks.flatMap((clock) => {
			const within = delays?.[clock];
			const label = saidWord((said) => said.handoffClocks[clock]);
			return facet(`delays/${clock}`, label, within, () =>
				within ? saidDuration(within) : words.none,
			);
		}),
		...delaysSpelling(delays),
		...textFacets("ifSilent", words.ifSilent, ifSilent),
	];
}

/** No delays at all may be written in two ways. */
function delaysSpelling(delays: HandoffTerms["delays"]): Facet[] {
	if (delays && handoffClocks.some((clock) => delays[clock])) return [];
	const value = delays ? "empty" : "absent";
	const said = delays ? words.emptyList : words.absentList;
	return [{ name: "delays/spelling", label: words.spelling, value, said }];
}
