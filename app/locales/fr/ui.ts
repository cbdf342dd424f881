/** The words of the kit: none belongs to the domain. */
export const ui = {
	breadcrumb: "Fil d'Ariane",
	field: {
		optional: "(facultatif)",
		error: "Erreur :",
		chosen: "{{count}} sur {{most}} au plus",
		tooMany: "C'est trop : {{most}} réponses au plus.",
	},
	form: {
		offline: "Pas de connexion : rien n'est parti, votre réponse est toujours là. Réessayez.",
		notTaken: "Rien n'est enregistré. Il reste à revoir :",
	},
	passkey: {
		cancelled:
			"La clé d'accès n'a pas répondu : la demande a été fermée ou a expiré. Vous pouvez recommencer.",
		wrong: "Cette clé d'accès n'ouvre rien ici. Essayez-en une autre, ou un autre moyen.",
		"too-many": "Trop d'essais. Attendez un quart d'heure, ou utilisez un autre moyen.",
		stale: "Cette page n'est plus à jour. Rechargez-la, puis recommencez.",
		failed: "La clé d'accès n'a pas pu être utilisée. Réessayez, ou utilisez un autre moyen.",
	},
	pages: {
		label: "Pages de la liste",
		previous: "Page précédente",
		next: "Page suivante",
		position: "Page {{page}} sur {{pages}}",
	},
} as const;
