import type { Entry } from "./entry.ts";

/** What a territory shares: its directory and its protocols. */
export const territoryRoutes = {
	"routes/directory._index": {
		words: { fr: "Annuaire", en: "Directory" },
		about: "self",
		GET: { who: { may: "read-directory" }, to: ["own"] },
	},
	"routes/directory.$structureId": {
		words: { fr: "Fiche d'une structure", en: "A structure of the directory" },
		about: "structure",
		GET: { who: { may: "read-directory" }, to: ["own", "known"] },
	},
	"routes/protocols._index": {
		words: { fr: "Protocoles du territoire", en: "Protocols of the territory" },
		about: "self",
		GET: { who: { may: "read-protocol" }, to: ["own"] },
	},
	"routes/protocols.$protocolId": {
		words: { fr: "Un protocole publié", en: "A published protocol" },
		about: "protocol",
		GET: { who: { may: "read-protocol" }, to: ["own"] },
	},
	"routes/protocols.$protocolId_.export._index": {
		words: {
			fr: "Imprimer, exporter, partager un protocole publié",
			en: "Print, export and share a published protocol",
		},
		about: "protocol",
		GET: { who: { may: "read-protocol" }, to: ["own"] },
		POST: { who: { may: "publish-protocol" }, to: ["own"] },
	},
	"routes/protocols.$protocolId_.export.$format": {
		words: { fr: "Un protocole publié, en fichier", en: "A published protocol as a file" },
		about: "protocol",
		further: {
			fr: "JSON, XState, Mermaid ou BPMN ; rien d'une situation n'y figure",
			en: "JSON, XState, Mermaid or BPMN; nothing of a situation is in it",
		},
		GET: { who: { may: "read-protocol" }, to: ["own"] },
	},
	"routes/protocols.$protocolId_.print": {
		words: { fr: "Le livret d'un protocole publié", en: "The booklet of a published protocol" },
		about: "protocol",
		GET: { who: { may: "read-protocol" }, to: ["own"] },
	},
	"routes/protocols.$protocolId_.cards.$roleId": {
		words: { fr: "La fiche d'un rôle", en: "The card of a role" },
		about: "protocol",
		further: { fr: "Un rôle du territoire", en: "A role of the territory" },
		GET: { who: { may: "read-protocol" }, to: ["own"] },
	},
	"routes/shared-protocols": {
		words: {
			fr: "Protocoles que d'autres territoires partagent",
			en: "Protocols that other territories share",
		},
		about: "self",
		further: {
			fr: "Des versions publiées que leur coordination a choisi de partager",
			en: "Published versions that their coordinators chose to share",
		},
		GET: { who: { may: "design-protocol" }, to: ["own"] },
		POST: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/structure.statement": {
		words: { fr: "Relevé des empreintes du registre", en: "Statement of record checkpoints" },
		about: "self",
		GET: { who: { may: "read-structure-audit" }, to: ["own"] },
	},
	"routes/territory.texts._index": {
		words: { fr: "Textes publics du territoire", en: "Public texts of the territory" },
		about: "self",
		GET: { who: { may: "keep-directory" }, to: ["own"] },
	},
	"routes/territory.texts.$structureId": {
		words: {
			fr: "Seconde lecture d'une présentation, par la coordination",
			en: "Second reading of a presentation, by the coordinator",
		},
		about: "structure",
		GET: { who: { may: "keep-directory" }, to: ["own", "known", "masked"] },
		POST: { who: { may: "keep-directory" }, to: ["own", "known", "masked"] },
	},
	"routes/structure.presentation": {
		words: { fr: "Présentation de sa structure", en: "Presentation of one's structure" },
		about: "self",
		GET: { who: { may: "manage-structure" }, to: ["own"] },
		POST: { who: { may: "manage-structure" }, to: ["own"] },
	},
	"routes/structure.presentation_.reading": {
		words: {
			fr: "Seconde lecture de la présentation de sa structure",
			en: "Second reading of the presentation of one's structure",
		},
		about: "self",
		GET: { who: { may: "read-second" }, to: ["own"] },
		POST: { who: { may: "read-second" }, to: ["own"] },
	},
	"routes/territory.late": {
		words: { fr: "Retards du territoire", en: "What is late in the territory" },
		about: "self",
		reads: "late",
		further: {
			fr: "Qui est attendu et depuis quand ; aucune réponse, aucun alias",
			en: "Who is awaited and since when; no answer, no alias",
		},
		GET: { who: { may: "arbitrate-handoff" }, to: ["own"] },
	},
	"routes/territory.late_.week": {
		words: {
			fr: "Ce qui reste signalé, semaine par semaine",
			en: "What stays escalated, week by week",
		},
		about: "self",
		reads: "late",
		GET: { who: { may: "arbitrate-handoff" }, to: ["own"] },
	},
	"routes/structure.late": {
		words: { fr: "Retards de sa structure", en: "What is late of one's structure" },
		about: "self",
		reads: "late",
		further: {
			fr: "Ce qu'elle a envoyé, reçu, ou tient",
			en: "What it sent, was sent, or holds",
		},
		GET: { who: { may: "read-my-day" }, to: ["own"] },
	},
	"routes/structure.availability": {
		words: {
			fr: "Disponibilité et second contact de sa structure",
			en: "Capacity and second contact of one's structure",
		},
		about: "self",
		GET: { who: { may: "manage-structure" }, to: ["own"] },
		POST: { who: { may: "manage-structure" }, to: ["own"] },
	},
	"routes/territory.retention": {
		words: {
			fr: "Durées de conservation du territoire",
			en: "How long the territory keeps what",
		},
		about: "self",
		GET: { who: { may: "keep-retention" }, to: ["own"] },
		POST: { who: { may: "keep-retention" }, to: ["own"] },
	},
	"routes/territory.calendar": {
		words: { fr: "Calendrier de travail du territoire", en: "Working calendar of the territory" },
		about: "self",
		GET: { who: { may: "keep-calendar" }, to: ["own"] },
		POST: { who: { may: "keep-calendar" }, to: ["own"] },
	},
	"routes/territory.calendar_.months": {
		words: { fr: "Les trois mois qui viennent", en: "The next three months" },
		about: "self",
		GET: { who: { may: "read-calendar" }, to: ["own"] },
	},
	"routes/territory.calendar_.delay": {
		words: { fr: "Quand finirait un délai ?", en: "When would a delay end?" },
		about: "self",
		GET: { who: { may: "read-calendar" }, to: ["own"] },
	},
	"routes/structure.calendar": {
		words: { fr: "Fermetures et astreinte de sa structure", en: "Closing days of one's structure" },
		about: "self",
		GET: { who: { may: "manage-structure" }, to: ["own"] },
		POST: { who: { may: "manage-structure" }, to: ["own"] },
	},
	"routes/directory.$structureId_.calendar": {
		words: {
			fr: "Fermetures d'une structure dont personne ne répond",
			en: "Closing days of a structure that nobody answers for",
		},
		about: "structure",
		further: {
			fr: "Seulement si elle n'a pas de responsable actif",
			en: "Only where it has no active manager",
		},
		GET: { who: { may: "keep-directory" }, to: ["own", "known", "masked"] },
		POST: { who: { may: "keep-directory" }, to: ["own", "known", "masked"] },
	},
} as const satisfies Record<string, Entry>;
