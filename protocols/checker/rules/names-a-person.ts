import type { Rule } from "../rule.ts";
import { textsOf } from "../texts-of.ts";
import { both, named } from "../words.ts";

/** A text of the protocol that seems to name a person. A protocol speaks of roles. */
export const namesAPerson: Rule = {
	code: "names-a-person",
	severity: "warning",
	find({ compiled: { protocol, places }, territory }) {
		const { seemsToName } = territory ?? {};
		if (!seemsToName) return [];
		return textsOf(protocol, places)
			.filter(({ text }) => seemsToName(text))
			.map(({ part, path }) => {
				const { fr, en } = named(protocol, part);
				return {
					part,
					path,
					sentence: both(
						`Un texte de ${fr} semble nommer une personne ou permettre de la reconnaître.`,
						`A text of ${en} seems to name a person or to let somebody recognise them.`,
					),
					advice: both(
						"Écrivez le rôle ou la structure à la place du nom, et retirez ce qui pourrait identifier quelqu'un.",
						"Write the role or the structure instead of the name, and take out what could identify somebody.",
					),
				};
			});
	},
};
