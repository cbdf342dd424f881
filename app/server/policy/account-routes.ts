import type { Entry } from "./entry.ts";

/** The door, the frame of every page, and one's own account. */
export const accountRoutes = {
	root: {
		words: { fr: "Cadre de chaque page", en: "The frame of every page" },
		about: "self",
		GET: { who: "anyone", to: ["own"] },
	},
	"routes/$": {
		words: { fr: "Toute autre adresse : absente", en: "Any other address: absent" },
		about: "self",
		GET: { who: "anyone", to: [] },
		POST: { who: "anyone", to: [] },
	},
	"routes/_index": {
		words: { fr: "Accueil", en: "Start" },
		about: "self",
		GET: { who: "anyone", to: ["own"] },
	},
	"routes/health": {
		words: { fr: "État du service (des nombres seulement)", en: "Health (counts only)" },
		about: "self",
		GET: { who: "anyone", to: ["own"] },
	},
	"routes/language": {
		words: { fr: "Choix de la langue", en: "Choice of language" },
		about: "self",
		GET: { who: "anyone", to: ["own"] },
		POST: { who: "anyone", to: ["own"] },
	},
	"routes/sign-in": {
		words: { fr: "Connexion", en: "Sign in" },
		about: "self",
		GET: { who: "signed-out", to: ["own"] },
		POST: { who: "anyone", to: ["own"] },
	},
	"routes/sign-in_.second-factor": {
		words: { fr: "Second facteur", en: "Second factor" },
		about: "self",
		further: {
			fr: "Seulement après le premier facteur, pour un compte qui en a un second",
			en: "Only after the first factor, for an account that has a second one",
		},
		GET: { who: "halfway", to: ["own"] },
		POST: { who: "halfway", to: ["own"] },
	},
	"routes/sign-in_.enrolment": {
		words: { fr: "Choix d'un second facteur", en: "Choosing a second factor" },
		about: "self",
		further: {
			fr: "Seulement après le premier facteur, pour un compte qui n'en a pas de second",
			en: "Only after the first factor, for an account that has no second one",
		},
		GET: { who: "halfway", to: ["own"] },
		POST: { who: "halfway", to: ["own"] },
	},
	"routes/lock": {
		words: { fr: "Verrouillage de l'écran", en: "Locking the screen" },
		about: "self",
		further: {
			fr: "La page est la seule que montre une session verrouillée",
			en: "The page is the only one that a locked session shows",
		},
		GET: { who: "locked", to: ["own"] },
		POST: { who: "anyone", to: ["own"] },
	},
	"routes/lock_.cover": {
		words: {
			fr: "Verrouillage, pour le script qui masque une page",
			en: "Locking, for the script that covers a page",
		},
		about: "self",
		GET: { who: "anyone", to: ["own"] },
		POST: { who: "anyone", to: ["own"] },
	},
	"routes/passkeys.$act": {
		words: { fr: "Réponses des clés d'accès", en: "Answers of passkeys" },
		about: "self",
		further: {
			fr: "Chaque usage n'est ouvert qu'à l'étape de la connexion dont il relève",
			en: "Each use is open only at the stage of signing in that it belongs to",
		},
		GET: { who: "anyone", to: ["own"] },
		POST: { who: "anyone", to: ["own"] },
	},
	"routes/recover.$secret": {
		words: { fr: "Lien de récupération d'un compte", en: "The link that recovers an account" },
		about: "link",
		further: {
			fr: "Le lien seul ouvre, une fois, pendant deux jours",
			en: "The link alone opens, once, for two days",
		},
		GET: { who: "anyone", to: ["bearer"] },
		POST: { who: "anyone", to: ["bearer"] },
	},
	"routes/recoveries._index": {
		words: { fr: "Personnes à aider à revenir", en: "People to help back in" },
		about: "self",
		GET: { who: { may: "help-back-in" }, to: ["own"] },
	},
	"routes/recoveries.$memberId": {
		words: { fr: "Aide à une personne pour revenir", en: "Helping one person back in" },
		about: "person",
		further: {
			fr: "Les personnes de sa structure, de son territoire ou de l'instance, jamais soi-même",
			en: "The people of one's structure, territory or instance, never oneself",
		},
		GET: { who: { may: "help-back-in" }, to: ["colleague", "charged", "stranger", "elsewhere"] },
		POST: { who: { may: "help-back-in" }, to: ["colleague", "charged", "stranger", "elsewhere"] },
	},
	"routes/sign-out": {
		words: { fr: "Déconnexion", en: "Sign out" },
		about: "self",
		GET: { who: "anyone", to: ["own"] },
		POST: { who: "anyone", to: ["own"] },
	},
	"routes/demonstration.$memberId": {
		words: {
			fr: "Entrée dans le territoire de démonstration",
			en: "Entering the demonstration territory",
		},
		about: "self",
		further: {
			fr: "Comptes fictifs seulement, là où la démonstration est ouverte",
			en: "Made-up accounts only, where the demonstration is open",
		},
		GET: { who: "anyone", to: ["own"] },
		POST: { who: "anyone", to: ["own"] },
	},
	"routes/act-as": {
		words: {
			fr: "Agir pour une autre de ses structures",
			en: "Act for another structure of one's own",
		},
		about: "self",
		GET: { who: "anyone", to: ["own"] },
		POST: { who: "member", to: ["own"] },
	},
	"routes/account": {
		words: { fr: "Son compte", en: "One's account" },
		about: "self",
		GET: { who: { may: "read-account" }, to: ["own"] },
	},
	"routes/account_.sessions": {
		words: { fr: "Fin de ses autres sessions", en: "Ending one's other sessions" },
		about: "self",
		GET: { who: "anyone", to: ["own"] },
		POST: { who: { may: "read-account" }, to: ["own"] },
	},
	"routes/account_.factors": {
		words: { fr: "Ses clés d'accès et codes", en: "One's passkeys and codes" },
		about: "self",
		GET: { who: { may: "read-account" }, to: ["own"] },
		POST: { who: { may: "read-account" }, to: ["own"] },
	},
	"routes/account_.codes": {
		words: { fr: "Liaison d'une application de codes", en: "Linking a code application" },
		about: "self",
		GET: { who: { may: "read-account" }, to: ["own"] },
		POST: { who: { may: "read-account" }, to: ["own"] },
	},
	"routes/account_.password": {
		words: { fr: "Changement de mot de passe", en: "Changing one's password" },
		about: "self",
		further: {
			fr: "Pour qui a un mot de passe à soi ; jamais un compte fictif",
			en: "For who has a password of their own; never a made-up account",
		},
		GET: { who: { may: "read-account" }, to: ["own"] },
		POST: { who: { may: "read-account" }, to: ["own"] },
	},
	"routes/account_.readings": {
		words: { fr: "Ses propres consultations", en: "One's own readings" },
		about: "self",
		reads: "own-readings",
		GET: { who: { may: "read-own-readings" }, to: ["own"] },
	},
	"routes/structure_.readings": {
		words: { fr: "Qui a consulté quoi dans sa structure", en: "Who read what in one's structure" },
		about: "self",
		reads: "readings",
		GET: { who: { may: "read-structure-audit" }, to: ["own"] },
	},
	"routes/trail": {
		words: {
			fr: "Traçabilité : les actes du territoire, sans situation",
			en: "The trail: acts of the territory, without situations",
		},
		about: "self",
		reads: "trail",
		GET: { who: { may: "read-audit" }, to: ["own"] },
	},
} as const satisfies Record<string, Entry>;
