/** The words of the people of one's structure. */
export const colleagues = {
	title: "Membres de ma structure",
	lead: "{{structure}} : qui peut agir pour elle, et comment.",
	invite: "Inviter un ou une collègue",
	table: {
		caption: "Membres",
		label: "Nom vu par les partenaires",
		rights: "Droits",
		seen: "Dernière venue",
		act: "Modifier",
	},
	none: "aucun droit particulier",
	reception: "réception",
	manager: "responsable",
	yourself: "vous",
	seen: {
		"this-month": "ce mois-ci",
		"longer-ago": "il y a plus d'un mois",
		disabled: "accès fermé",
		dormant: "suspendu après 90 jours sans venue",
		deleted: "compte supprimé",
	},
	refersTo_one:
		"Une transmission en cours compte sur cette personne : la réception désignera quelqu'un d'autre.",
	refersTo_other:
		"{{count}} transmissions en cours comptent sur cette personne : la réception désignera quelqu'un d'autre.",
	onlySeen: "Relais n'en garde pas plus : ni heure, ni page lue n'est montrée ici.",
	review: {
		title: "Revue de la liste",
		never: "Cette liste n'a jamais été revue.",
		last: "Revue le {{date}}.",
		due: "Il est temps de la relire : qui est parti, qui ne devrait plus avoir ce droit ?",
		act: "La liste est exacte",
		hint: "À refaire tous les trois mois. La coordination voit la date, pas la liste.",
	},
	change: {
		title: "Modifier un accès",
		back: "Membres de ma structure",
		rights: "Ce que cette personne peut faire",
		submit: "Enregistrer les droits",
		close: "Fermer cet accès",
		closeLead:
			"Toutes ses sessions se terminent à l'instant, et les invitations qu'elle ou il a créées sont retirées. Ses actes restent dans l'historique.",
		closeAct: "Fermer l'accès maintenant",
		open: "Rouvrir cet accès",
		openLead:
			"Cette personne retrouvera les mêmes droits, avec la clé d'accès ou le code qu'elle avait.",
		openAct: "Rouvrir l'accès",
		duty: "Cette personne a une charge dans le territoire : l'administration de l'instance s'en occupe.",
		yourself:
			"Vous ne pouvez pas fermer votre propre accès. Demandez à une autre personne responsable.",
	},
	refusals: {
		"last-reception":
			"Plus personne ne tiendrait la réception, et une transmission ne trouverait personne. Donnez d'abord ce droit à quelqu'un d'autre.",
		"last-manager":
			"Plus personne ne répondrait de la structure. Donnez d'abord ce droit à quelqu'un d'autre.",
		yourself:
			"Vous ne pouvez pas fermer votre propre accès. Demandez à une autre personne responsable.",
	},
	saved: {
		changed: "Droits enregistrés.",
		closed: "Accès fermé : ses sessions sont terminées.",
		opened: "Accès rouvert.",
		reviewed: "Revue enregistrée.",
		withdrawn: "Invitation retirée.",
	},
	reminder: {
		title: "La liste de vos membres est à relire",
		lead: "Tous les trois mois : qui est parti, qui ne devrait plus avoir ce droit ?",
		act: "Relire la liste",
	},
} as const;
