/** The words of one's day. */
export const myDay = {
	title: "Ma journée",
	open: "Ouvrir une situation",
	all: "Voir la suite",
	moreThan: "plus de {{count}}",
	pages: "Suite de la liste",
	previous: "Page précédente",
	next: "Page suivante",
	roleOpen: "Personne ne porte encore : {{role}}",
	forReception: "Pour la réception de votre structure.",
	sections: {
		acknowledge: "À accuser réception",
		study: "À étudier, à décider",
		precisions: "Précisions demandées",
		steps: "Mes étapes",
		unbound: "À choisir : qui porte l'étape",
		returns: "Refus et silences à traiter",
		external: "Réponses du dehors à noter",
		arbitrate: "À arbitrer",
		underway: "Transmissions en cours",
		outcomes: "Retours à lire",
		drafts: "Brouillons",
	},
	empty: {
		title: "Rien n'attend votre structure.",
		open: "Une inquiétude pour un jeune ou une jeune ? Ouvrez une situation : le protocole vous guide dès la première étape. Si un partenaire vous appelle, sa transmission apparaîtra ici.",
		coordinate:
			"Aucune transmission n'est bloquée dans le territoire. Celles qui le seront apparaîtront ici.",
		page: "Il n'y a rien de plus dans cette liste.",
	},
	missing: {
		title: "Des situations attendent un rôle que personne ne tient",
		role_one: "{{role}} : une étape attend.",
		role_other: "{{role}} : {{count}} étapes attendent.",
		act: "Compléter l'annuaire",
	},
} as const;
