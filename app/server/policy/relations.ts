import type { Text } from "#protocols/language/text.ts";

/**
 * How somebody's structure stands to what an address names. For each kind of thing, the first that
 * is true holds: who holds a part of a situation is not also called one of its participants.
 */
export const relations = {
	situation: {
		lead: { fr: "fil rouge de la situation", en: "leads the situation" },
		holder: { fr: "tient une partie ouverte", en: "holds an open part" },
		participant: { fr: "y prend part", en: "takes part in it" },
		asked: {
			fr: "n'y prend pas part : seulement sollicitée, ou plus partie prenante",
			en: "takes no part: only asked, or no longer concerned",
		},
		none: { fr: "aucun lien", en: "no relation" },
		elsewhere: { fr: "autre territoire", en: "another territory" },
	},
	handoff: {
		sender: { fr: "l'a envoyée ou préparée", en: "sent or prepared it" },
		recipient: { fr: "l'a reçue", en: "received it" },
		lead: {
			fr: "fil rouge de la situation, une fois envoyée",
			en: "leads the situation, once sent",
		},
		coordinator: {
			fr: "coordination du territoire, une fois envoyée",
			en: "coordinates the territory, once sent",
		},
		participant: { fr: "prend part à la situation", en: "takes part in the situation" },
		none: { fr: "aucun lien", en: "no relation" },
		elsewhere: { fr: "autre territoire", en: "another territory" },
	},
	structure: {
		own: { fr: "sa propre structure", en: "one's own structure" },
		known: { fr: "structure visible du territoire", en: "a visible structure of the territory" },
		masked: {
			fr: "structure dont le nom protège quelqu'un",
			en: "a structure whose name protects somebody",
		},
		elsewhere: { fr: "autre territoire", en: "another territory" },
	},
	protocol: {
		own: { fr: "protocole publié de son territoire", en: "published in one's territory" },
		elsewhere: { fr: "autre territoire", en: "another territory" },
	},
	draft: {
		own: { fr: "brouillon de son territoire", en: "a draft of one's territory" },
		elsewhere: { fr: "autre territoire", en: "another territory" },
	},
	consultation: {
		own: { fr: "concertation de son territoire", en: "a consultation of one's territory" },
		elsewhere: { fr: "autre territoire", en: "another territory" },
	},
	person: {
		self: { fr: "soi-même", en: "oneself" },
		colleague: { fr: "collègue de sa structure", en: "a colleague of one's structure" },
		charged: { fr: "qui a une charge", en: "somebody who has a duty" },
		stranger: {
			fr: "professionnel d'une autre structure du territoire",
			en: "a professional of another structure of the territory",
		},
		elsewhere: { fr: "autre territoire", en: "another territory" },
	},
	link: {
		bearer: { fr: "qui tient le lien, tant qu'il vaut", en: "who holds the link, while it holds" },
		none: { fr: "aucun lien qui vaille", en: "no link that holds" },
	},
	/** What concerns nobody else: one's own account, one's own structure, or everybody. */
	self: {
		own: { fr: "aucun : rien n'y désigne autrui", en: "none: it names nothing of others" },
	},
} as const satisfies Record<string, Record<string, Text>>;

/** A kind of thing that an address names. */
export type Subject = keyof typeof relations;

/** How one may stand to a kind of thing. */
export type Relation<Of extends Subject = Subject> = Of extends Subject
	? keyof (typeof relations)[Of] & string
	: never;
