import type { Entry } from "./entry.ts";

const whereConfigured = {
	fr: "Là où un fournisseur d'identité est configuré",
	en: "Where a provider of identities is set up",
} as const;

const whereReal = {
	fr: "Là où un fournisseur d'identité est configuré, et hors de la démonstration",
	en: "Where a provider of identities is set up, and outside the demonstration",
} as const;

const whileItWaits = {
	fr: "Un lien qui n'a ni servi, ni expiré, ni été retiré",
	en: "A link that was neither used nor withdrawn and is not over",
} as const;

/** Who comes in, who answers for whom, and who keeps the list of structures. */
export const peopleRoutes = {
	"routes/join.$secret": {
		words: { fr: "Le lien d'une invitation", en: "The link of an invitation" },
		about: "link",
		further: whileItWaits,
		GET: { who: "anyone", to: ["bearer"] },
		POST: { who: "anyone", to: ["bearer"] },
	},
	"routes/join.$secret_.accept": {
		words: { fr: "Accepter une place de plus", en: "Accept one more place" },
		about: "link",
		further: whileItWaits,
		GET: { who: "anyone", to: ["bearer"] },
		POST: { who: "member", to: ["bearer"] },
	},
	"routes/join.$secret_.proconnect": {
		words: {
			fr: "Rejoindre avec un fournisseur d'identité",
			en: "Join with a provider of identities",
		},
		about: "link",
		further: whereConfigured,
		GET: { who: "anyone", to: ["bearer"] },
	},
	"routes/sign-in_.proconnect": {
		words: { fr: "Départ vers le fournisseur d'identité", en: "Leaving for the provider" },
		about: "self",
		further: whereConfigured,
		GET: { who: "anyone", to: ["own"] },
	},
	"routes/sign-in_.proconnect_.callback": {
		words: { fr: "Retour du fournisseur d'identité", en: "Coming back from the provider" },
		about: "self",
		further: whereConfigured,
		GET: { who: "anyone", to: ["own"] },
	},
	"routes/sign-in_.proconnect_.leave.$visit": {
		words: {
			fr: "Fin de la session chez le fournisseur d'identité",
			en: "End of the session at the provider",
		},
		about: "self",
		further: whereConfigured,
		GET: { who: "anyone", to: ["own"] },
	},
	"routes/account_.proconnect": {
		words: { fr: "Lien avec le fournisseur d'identité", en: "Link with the provider" },
		about: "self",
		further: whereReal,
		GET: { who: { may: "read-account" }, to: ["own"] },
		POST: { who: { may: "read-account" }, to: ["own"] },
	},
	"routes/account_.proconnect_.link": {
		words: { fr: "Départ pour créer ce lien", en: "Leaving to make this link" },
		about: "self",
		further: whereReal,
		GET: { who: { may: "read-account" }, to: ["own"] },
	},
	"routes/structure.members._index": {
		words: { fr: "Membres de sa structure", en: "Members of one's structure" },
		about: "self",
		GET: { who: { may: "manage-structure" }, to: ["own"] },
		POST: { who: { may: "manage-structure" }, to: ["own"] },
	},
	"routes/structure.members.$memberId": {
		words: { fr: "L'accès d'un ou d'une collègue", en: "The access of a colleague" },
		about: "person",
		further: {
			fr: "Quelqu'un de sa propre structure, sans charge dans le territoire",
			en: "Somebody of one's own structure, without a duty in the territory",
		},
		GET: { who: { may: "manage-structure" }, to: ["self", "colleague"] },
		POST: { who: { may: "manage-structure" }, to: ["self", "colleague"] },
	},
	"routes/structure.invite": {
		words: { fr: "Inviter un ou une collègue", en: "Invite a colleague" },
		about: "self",
		GET: { who: { may: "invite-colleague" }, to: ["own"] },
		POST: { who: { may: "invite-colleague" }, to: ["own"] },
	},
	"routes/invitations.$invitationId": {
		words: { fr: "Retirer une invitation", en: "Withdraw an invitation" },
		about: "self",
		further: {
			fr: "Une invitation dont on s'occupe : à sa structure, de sa coordination, de son administration",
			en: "An invitation that one looks after: to one's structure, of one's coordination or administration",
		},
		GET: { who: "anyone", to: ["own"] },
		POST: { who: "member", to: ["own"] },
	},
	"routes/directory.upkeep": {
		words: { fr: "Tenue de l'annuaire", en: "Keeping the directory" },
		about: "self",
		GET: { who: { may: "keep-directory" }, to: ["own"] },
	},
	"routes/directory.new": {
		words: { fr: "Ajouter une structure", en: "Add a structure" },
		about: "self",
		GET: { who: { may: "keep-directory" }, to: ["own"] },
		POST: { who: { may: "keep-directory" }, to: ["own"] },
	},
	"routes/directory.$structureId_.edit": {
		words: { fr: "Modifier la fiche d'une structure", en: "Change the sheet of a structure" },
		about: "structure",
		GET: { who: { may: "keep-directory" }, to: ["own", "known", "masked"] },
		POST: { who: { may: "keep-directory" }, to: ["own", "known", "masked"] },
	},
	"routes/directory.$structureId_.invite": {
		words: {
			fr: "Inviter la première personne responsable d'une structure",
			en: "Invite the first manager of a structure",
		},
		about: "structure",
		further: {
			fr: "Tant qu'elle n'a personne de responsable",
			en: "As long as nobody answers for it",
		},
		GET: { who: { may: "keep-directory" }, to: ["own", "known", "masked"] },
		POST: { who: { may: "keep-directory" }, to: ["own", "known", "masked"] },
	},
	"routes/administration._index": {
		words: { fr: "Comptes de l'instance", en: "Accounts of the instance" },
		about: "self",
		GET: { who: { may: "administer-instance" }, to: ["own"] },
	},
	"routes/administration.invite": {
		words: { fr: "Inviter pour une charge", en: "Invite for a duty" },
		about: "self",
		GET: { who: { may: "administer-instance" }, to: ["own"] },
		POST: { who: { may: "administer-instance" }, to: ["own"] },
	},
	"routes/operator._index": {
		words: {
			fr: "Exploitation : ce que fait le serveur, en chiffres",
			en: "Operation: what the server does, in figures",
		},
		about: "self",
		further: {
			fr: "Des chiffres seulement : rien d'une situation ni d'une structure",
			en: "Figures only: nothing of a situation or a structure",
		},
		GET: { who: { may: "administer-instance" }, to: ["own"] },
	},
	"routes/operator.incidents": {
		words: { fr: "Incidents : le travail resté bloqué", en: "Incidents: work that got stuck" },
		about: "self",
		further: {
			fr: "Des codes et des âges : jamais de quelle situation",
			en: "Codes and ages: never of which situation",
		},
		GET: { who: { may: "administer-instance" }, to: ["own"] },
		POST: { who: { may: "administer-instance" }, to: ["own"] },
	},
	"routes/administration.members.$memberId": {
		words: {
			fr: "L'accès de quelqu'un qui a une charge",
			en: "The access of somebody who has a duty",
		},
		about: "person",
		further: {
			fr: "Une charge dans un territoire de l'instance",
			en: "A duty in a territory of the instance",
		},
		GET: { who: { may: "administer-instance" }, to: ["self", "charged"] },
		POST: { who: { may: "administer-instance" }, to: ["self", "charged"] },
	},
} as const satisfies Record<string, Entry>;
