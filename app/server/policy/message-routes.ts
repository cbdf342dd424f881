import type { Entry } from "./entry.ts";

/** Letters: who wants which, what left, and the due dates that a calendar application reads. */
export const messageRoutes = {
	"routes/account_.messages": {
		words: { fr: "Ses avis par courriel", en: "One's notices by e-mail" },
		about: "self",
		GET: { who: { may: "read-my-day" }, to: ["own"] },
		POST: { who: { may: "read-my-day" }, to: ["own"] },
	},
	"routes/account_.feed": {
		words: { fr: "L'adresse de ses échéances", en: "The address of one's due dates" },
		about: "self",
		GET: { who: { may: "read-my-day" }, to: ["own"] },
		POST: { who: { may: "read-my-day" }, to: ["own"] },
	},
	"routes/feeds.$secret": {
		words: {
			fr: "Ses échéances, pour un agenda : des heures, sans contenu",
			en: "One's due dates, for a calendar: hours, without content",
		},
		about: "link",
		further: {
			fr: "S'ouvre sans session, car un agenda ne sait pas se connecter ; l'adresse est secrète, se retire, et ne désigne aucune situation",
			en: "Opens without a session, as a calendar cannot sign in; the address is secret, can be withdrawn, and names no situation",
		},
		GET: { who: "anyone", to: ["bearer"] },
	},
	"routes/structure.messages": {
		words: { fr: "Les avis de sa structure", en: "The notices of one's structure" },
		about: "self",
		GET: { who: { may: "manage-structure" }, to: ["own"] },
		POST: { who: { may: "manage-structure" }, to: ["own"] },
	},
	"routes/week": {
		words: { fr: "Sa semaine, en nombres", en: "One's week, in figures" },
		about: "self",
		GET: { who: { may: "read-my-day" }, to: ["own"] },
	},
	"routes/outbox": {
		words: { fr: "Les courriels partis, ou qui partiraient", en: "E-mails that left, or would" },
		about: "self",
		further: {
			fr: "Ni adresse, ni nom, ni structure ; les lecteurs fictifs seuls sont nommés",
			en: "No address, no name, no structure; only made-up readers are named",
		},
		GET: { who: { may: "administer-instance" }, to: ["own"] },
	},
} as const satisfies Record<string, Entry>;
