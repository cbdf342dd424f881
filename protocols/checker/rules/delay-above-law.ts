import { sayDuration } from "#protocols/compiler/wording.ts";
import { roughMs } from "#protocols/language/delay.ts";
import { ceilingsOf } from "../legal-ceilings.ts";
import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A delay longer than what the text that it cites allows. */
export const delayAboveLaw: Rule = {
	code: "delay-above-law",
	severity: "error",
	find({ compiled: { protocol, places } }) {
		return [...places.steps.values()].flatMap(({ step, path }) =>
			ceilingsOf(step)
				.filter(({ within }) => roughMs(step.delay) > roughMs(within))
				.map(({ reference, what, within }) => {
					const part = { kind: "step", id: step.id } as const;
					const { fr, en } = named(protocol, part);
					return {
						part,
						path: [...path, "delay"],
						sentence: both(
							`L'étape ${fr} laisse ${sayDuration(step.delay, "fr")}, plus que ${reference} : ${what.fr}.`,
							`The step ${en} leaves ${sayDuration(step.delay, "en")}, more than ${reference}: ${what.en}.`,
						),
						advice: both(
							`Ramenez le délai à ${sayDuration(within, "fr")} au plus ; un territoire peut seulement le raccourcir.`,
							`Bring the delay down to ${sayDuration(within, "en")} at most; a territory may only shorten it.`,
						),
					};
				}),
		);
	},
};
