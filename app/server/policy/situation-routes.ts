import type { Entry } from "./entry.ts";
import type { Relation } from "./relations.ts";

const partners = ["lead", "holder", "participant"] as const satisfies Relation<"situation">[];
const parties = [
	"sender",
	"recipient",
	"lead",
	"coordinator",
] as const satisfies Relation<"handoff">[];

const onOwnSituation = { who: { may: "act-on-situation" }, to: partners } as const;
const onOwnHandoff = { who: { may: "act-on-handoff" }, to: parties } as const;

const theProtocolDecides = {
	fr: "Le protocole décide de ce qui est possible à cet instant (409 sinon)",
	en: "The protocol decides what is possible now (409 otherwise)",
} as const;

/** Situations and handoffs. */
export const situationRoutes = {
	"routes/handoffs.$handle.emergency-access": {
		words: {
			fr: "Demander un accès d'urgence pour une transmission bloquée",
			en: "Ask for an emergency access to a handoff that is stuck",
		},
		about: "handoff",
		reads: "handoff-act",
		further: {
			fr: "De l'extérieur des deux structures ; une personne responsable de la structure doit l'accorder",
			en: "From outside of the two structures; a manager of the structure must agree",
		},
		GET: { who: { may: "arbitrate-handoff" }, to: ["coordinator"] },
		POST: { who: { may: "arbitrate-handoff" }, to: ["coordinator"] },
	},
	"routes/structure_.emergency-access": {
		words: {
			fr: "Accorder ou refuser un accès d'urgence",
			en: "Agree to an emergency access, or not",
		},
		about: "self",
		GET: { who: { may: "manage-structure" }, to: ["own"] },
		POST: { who: { may: "manage-structure" }, to: ["own"] },
	},
	"routes/my-day": {
		words: { fr: "Ma journée", en: "My day" },
		about: "self",
		reads: "my-day",
		GET: { who: { may: "read-my-day" }, to: ["own"] },
	},
	"routes/situations.new": {
		words: { fr: "Ouvrir une situation", en: "Open a situation" },
		about: "self",
		further: {
			fr: "Sous un protocole publié qui confie la première étape à un rôle de sa structure",
			en: "Under a published protocol that gives the first step to a role of one's structure",
		},
		GET: { who: { may: "open-situation" }, to: ["own"] },
		POST: { who: { may: "open-situation" }, to: ["own"] },
	},
	"routes/situations.find": {
		words: {
			fr: "Retrouver une situation par son propre code, exact",
			en: "Find a situation by one's own exact code",
		},
		about: "self",
		GET: { who: { may: "find-situation" }, to: ["own"] },
		POST: { who: { may: "find-situation" }, to: ["own"] },
	},
	"routes/situations.$handle": {
		words: { fr: "Une situation", en: "A situation" },
		about: "situation",
		reads: "situation",
		GET: { who: { may: "read-situation" }, to: partners },
	},
	"routes/situations.$handle_.line": {
		words: { fr: "La ligne d'une situation", en: "The line of a situation" },
		about: "situation",
		reads: "line",
		GET: { who: { may: "read-situation" }, to: partners },
	},
	"routes/situations.$handle_.steps.$stepId": {
		words: { fr: "Répondre à une étape", en: "Answer a step" },
		about: "situation",
		reads: "step",
		further: {
			fr: "Une étape de sa structure, d'une partie qu'elle tient, ou ouverte à qui suit l'ensemble",
			en: "A step of one's own structure, of a part it holds, or any for who follows the whole",
		},
		GET: onOwnSituation,
		POST: onOwnSituation,
	},
	"routes/situations.$handle_.corrections.$position": {
		words: { fr: "Corriger une de ses saisies", en: "Correct an entry of one's own" },
		about: "situation",
		reads: "correction",
		further: { fr: "Une saisie de sa propre structure", en: "An entry of one's own structure" },
		GET: onOwnSituation,
		POST: onOwnSituation,
	},
	"routes/situations.$handle_.interruptions.$id": {
		words: { fr: "Déclarer une interruption", en: "Declare an interruption" },
		about: "situation",
		reads: "interruption",
		further: theProtocolDecides,
		GET: onOwnSituation,
		POST: onOwnSituation,
	},
	"routes/situations.$handle_.roles.$roleId": {
		words: { fr: "Choisir qui porte un rôle", en: "Choose who plays a role" },
		about: "situation",
		reads: "role",
		further: theProtocolDecides,
		GET: onOwnSituation,
		POST: onOwnSituation,
	},
	"routes/situations.$handle_.lead": {
		words: { fr: "Nommer le fil rouge", en: "Name the lead" },
		about: "situation",
		reads: "lead",
		further: theProtocolDecides,
		GET: onOwnSituation,
		POST: onOwnSituation,
	},
	"routes/situations.$handle_.follow-up": {
		words: {
			fr: "Dire qu'une situation sans activité continue",
			en: "Say that a situation without activity goes on",
		},
		about: "situation",
		reads: "situation",
		further: theProtocolDecides,
		GET: onOwnSituation,
		POST: onOwnSituation,
	},
	"routes/situations.$handle_.closure": {
		words: {
			fr: "Clore où elle en est une situation sans activité",
			en: "Close a situation without activity where it stands",
		},
		about: "situation",
		reads: "situation",
		further: theProtocolDecides,
		GET: onOwnSituation,
		POST: onOwnSituation,
	},
	"routes/situations.$handle_.duplicate": {
		words: {
			fr: "Rapprocher, au téléphone, deux situations d'un même jeune",
			en: "Match, by telephone, two situations of one young person",
		},
		about: "situation",
		reads: "situation",
		further: {
			fr: "Deux personnes confirment, chacune depuis sa propre situation; l'une agit pour la CRIP ou l'ASE",
			en: "Two people confirm, each from their own situation; one acts for the CRIP or the ASE",
		},
		GET: { who: { may: "match-situation" }, to: partners },
		POST: { who: { may: "match-situation" }, to: partners },
	},
	"routes/situations.$handle_.handoffs.$stepId": {
		words: { fr: "Préparer une transmission", en: "Prepare a handoff" },
		about: "situation",
		reads: "handing-off",
		further: {
			fr: "Une étape de transmission de sa structure, ou d'une partie qu'elle tient",
			en: "A handoff step of one's own structure, or of a part that it holds",
		},
		GET: onOwnSituation,
		POST: onOwnSituation,
	},
	"routes/handoffs.$handle._index": {
		words: { fr: "Une transmission", en: "A handoff" },
		about: "handoff",
		reads: "handoff",
		further: {
			fr: "Le fil rouge et la coordination n'y lisent aucune réponse",
			en: "The lead and the coordinator read no answer there",
		},
		GET: onOwnHandoff,
	},
	"routes/handoffs.$handle.$act": {
		words: { fr: "Un acte sur une transmission", en: "An act on a handoff" },
		about: "handoff",
		reads: "handoff-act",
		further: theProtocolDecides,
		GET: onOwnHandoff,
		POST: onOwnHandoff,
	},
	"routes/handoffs.$handle.slip": {
		words: { fr: "Le papillon à imprimer : un numéro", en: "The slip to print: a number" },
		about: "handoff",
		reads: "slip",
		further: {
			fr: "De l'envoi jusqu'à l'expiration du numéro",
			en: "From the sending until the number expires",
		},
		GET: { who: { may: "act-on-handoff" }, to: ["sender"] },
	},
} as const satisfies Record<string, Entry>;
