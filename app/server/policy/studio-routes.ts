import type { Entry } from "./entry.ts";

/** Where a protocol is written, proved, agreed and published. */
export const studioRoutes = {
	"routes/studio._index": {
		words: { fr: "Studio : brouillons et versions", en: "Studio: drafts and versions" },
		about: "self",
		GET: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.new": {
		words: { fr: "Commencer un protocole", en: "Beginning a protocol" },
		about: "self",
		GET: { who: { may: "design-protocol" }, to: ["own"] },
		POST: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId": {
		words: { fr: "Écrire un brouillon de protocole", en: "Writing a draft of a protocol" },
		about: "draft",
		GET: { who: { may: "design-protocol" }, to: ["own"] },
		POST: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.drop": {
		words: { fr: "Suppression d'un brouillon", en: "Dropping a draft" },
		about: "draft",
		GET: { who: { may: "design-protocol" }, to: ["own"] },
		POST: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.scenarios": {
		words: {
			fr: "Les scénarios d'un brouillon qui tiennent, pour la page où on l'écrit",
			en: "Which scenarios of a draft hold, for the page where it is written",
		},
		about: "draft",
		GET: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.checks": {
		words: {
			fr: "Ce que la vérification trouve dans un brouillon",
			en: "What the check finds in a draft",
		},
		about: "draft",
		GET: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.what-if": {
		words: {
			fr: "Ce qu'un brouillon aurait changé pour les situations passées",
			en: "What a draft would have changed for past situations",
		},
		about: "draft",
		further: {
			fr: "Des nombres par étape, sous la règle des petits nombres ; aucune situation",
			en: "Numbers by step, under the rule of small numbers; no situation",
		},
		GET: { who: { may: "design-protocol" }, to: ["own"] },
		POST: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/protocols.$protocolId_.move": {
		words: {
			fr: "Passage de situations en cours sous la version publiée d'un protocole",
			en: "Moving running situations to the published version of a protocol",
		},
		about: "protocol",
		reads: "moving",
		further: {
			fr: "Une situation ne passe que si rien ne s'y perd : c'est calculé pour chacune ; aucune réponse n'est montrée.",
			en: "A situation is moved only if nothing is lost: this is computed for each; no answer is shown.",
		},
		GET: { who: { may: "publish-protocol" }, to: ["own"] },
		POST: { who: { may: "publish-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.export._index": {
		words: { fr: "Imprimer et exporter un brouillon", en: "Print and export a draft" },
		about: "draft",
		GET: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.export.$format": {
		words: { fr: "Un brouillon, en fichier", en: "A draft as a file" },
		about: "draft",
		further: {
			fr: "JSON, XState, Mermaid ou BPMN ; rien d'une situation n'y figure",
			en: "JSON, XState, Mermaid or BPMN; nothing of a situation is in it",
		},
		GET: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.print": {
		words: { fr: "Le livret d'un brouillon", en: "The booklet of a draft" },
		about: "draft",
		GET: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.cards.$roleId": {
		words: { fr: "La fiche d'un rôle d'un brouillon", en: "The card of a role of a draft" },
		about: "draft",
		further: { fr: "Un rôle du territoire", en: "A role of the territory" },
		GET: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.play": {
		words: {
			fr: "Simulations et scénarios d'un brouillon",
			en: "Simulations and scenarios of a draft",
		},
		about: "draft",
		GET: { who: { may: "design-protocol" }, to: ["own"] },
		POST: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.play_.$playId": {
		words: {
			fr: "Une situation fictive jouée sous un brouillon",
			en: "A fictitious situation played under a draft",
		},
		about: "draft",
		further: {
			fr: "Une simulation n'est qu'à la personne qui la joue.",
			en: "A simulation belongs to whoever plays it, and to nobody else.",
		},
		GET: { who: { may: "design-protocol" }, to: ["own"] },
		POST: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.difference": {
		words: {
			fr: "Ce qui change entre un brouillon et une version",
			en: "What changes between a draft and a version",
		},
		about: "draft",
		GET: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.consultation": {
		words: {
			fr: "Concertation sur un brouillon : ouvrir, suivre, retirer",
			en: "Consultation about a draft: open, follow, withdraw",
		},
		about: "draft",
		GET: { who: { may: "design-protocol" }, to: ["own"] },
		POST: { who: { may: "design-protocol" }, to: ["own"] },
	},
	"routes/studio.$draftId_.publish": {
		words: {
			fr: "Publication d'une version concertée",
			en: "Publication of a version that was agreed",
		},
		about: "draft",
		further: {
			fr: "Deux personnes : jamais l'auteur des dernières modifications. Qui coordonne approuve ; une personne responsable d'une structure le peut là où une seule personne coordonne le territoire (absente sinon)",
			en: "Two people: never who made the last edits. A coordinator approves; a manager of a structure may where one person alone coordinates the territory (absent otherwise)",
		},
		GET: { who: { may: "approve-protocol" }, to: ["own"] },
		POST: { who: { may: "approve-protocol" }, to: ["own"] },
	},
	"routes/consultations._index": {
		words: { fr: "Concertations du territoire", en: "Consultations of the territory" },
		about: "self",
		GET: { who: { may: "read-consultation" }, to: ["own"] },
	},
	"routes/consultations.$consultationId": {
		words: {
			fr: "Une concertation : ce qui change pour sa structure, répondre, contresigner, commenter",
			en: "A consultation: what changes for one's structure, answering, countersigning, commenting",
		},
		about: "consultation",
		further: {
			fr: "Répond une structure sollicitée ; contresigne sa personne responsable (409 ou absente sinon)",
			en: "A structure that is asked answers; its manager countersigns (409 or absent otherwise)",
		},
		GET: { who: { may: "read-consultation" }, to: ["own"] },
		POST: { who: { may: "read-consultation" }, to: ["own"] },
	},
	"routes/territory.signatures": {
		words: {
			fr: "Qui doit signer un protocole avant sa publication",
			en: "Who must sign a protocol before it is published",
		},
		about: "self",
		GET: { who: { may: "publish-protocol" }, to: ["own"] },
		POST: { who: { may: "publish-protocol" }, to: ["own"] },
	},
	"routes/protocols.$protocolId_.retire": {
		words: { fr: "Retrait d'un protocole publié", en: "Retiring a published protocol" },
		about: "protocol",
		GET: { who: { may: "publish-protocol" }, to: ["own"] },
		POST: { who: { may: "publish-protocol" }, to: ["own"] },
	},
} as const satisfies Record<string, Entry>;
