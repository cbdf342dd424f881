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
	pages: {
		label: "Pages de la liste",
		previous: "Page précédente",
		next: "Page suivante",
		position: "Page {{page}} sur {{pages}}",
	},
} as const;
