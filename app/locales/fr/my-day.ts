/** The words of one's day. */
export const myDay = {
	title: "Ma journée",
	open: "Ouvrir une situation",
	week: "Ma semaine, en chiffres",
	all: "Voir la suite",
	moreThan: "plus de {{count}}",
	pages: "Suite de la liste",
	previous: "Page précédente",
	next: "Page suivante",
	roleOpen: "Personne ne porte encore : {{role}}",
	forReception: "Pour la réception de votre structure.",
	sections: {
		recalled: "Numéros rappelés par un partenaire",
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
		merged: "Situations rapprochées, à reporter dans votre registre",
		drafts: "Brouillons",
		inactive: "Sans activité",
		unsettled: "Sans activité, mais quelque chose court encore",
		endedAlone: "Closes sans activité",
		endedElsewhere: "Closes sans activité dans le territoire",
	},
	merged: {
		remains: "Une autre situation l'a rejointe : c'était la même.",
		closed: "Close comme doublon : la suite est sous un autre alias.",
	},
	inactive: {
		reminder: "Rien n'est inscrit depuis la semaine du {{week}}",
		proposal:
			"Rien n'est inscrit depuis la semaine du {{week}} : la clore, ou dire qu'elle continue",
		arbitration: "Rien n'est inscrit depuis la semaine du {{week}}, et quelque chose court encore",
		unsettled_one:
			"Tient une situation sans activité depuis la semaine du {{week}}, où quelque chose court encore : appelez-la.",
		unsettled_other:
			"Tient {{count}} situations sans activité, la première depuis la semaine du {{week}}, où quelque chose court encore : appelez-la.",
		endedElsewhere_one:
			"Tenait une situation, close la semaine du {{week}} sans que personne ne réponde.",
		endedElsewhere_other:
			"Tenait {{count}} situations closes sans que personne ne réponde, la première la semaine du {{week}}.",
		ended: "Close la semaine du {{week}}, effacée à partir de la semaine du {{next}}",
		closes: "se clôt au plus tôt la semaine du {{next}}",
		protected: "Structure aux coordonnées protégées",
	},
	retention: "Conservation des données",
	empty: {
		title: "Rien n'attend votre structure.",
		open: "Une inquiétude pour un jeune ou une jeune ? Ouvrez une situation : le protocole vous guide dès la première étape. Si un partenaire vous appelle, sa transmission apparaîtra ici.",
		coordinate:
			"Aucune transmission n'est bloquée dans le territoire. Celles qui le seront apparaîtront ici.",
		page: "Il n'y a rien de plus dans cette liste.",
	},
	alerts: {
		title: "Recherches répétées sans résultat",
		SEARCH_LOCKED: "{{who}}, {{when}} : recherche par code bloquée une heure.",
		NUMBER_LOCKED: "{{who}}, {{when}} : saisie d'un numéro bloquée un quart d'heure.",
		next: "Parlez-en avec la personne : un registre perdu, ou autre chose ? Aucun code n'est gardé ici.",
	},
	missing: {
		title: "Des situations attendent un rôle que personne ne tient",
		role_one: "{{role}} : une étape attend.",
		role_other: "{{role}} : {{count}} étapes attendent.",
		act: "Compléter l'annuaire",
	},
	consultations: {
		title_one: "{{count}} protocole attend votre structure",
		title_other: "{{count}} protocoles attendent votre structure",
		lead: "Lisez ce qui change pour vous, puis dites si vous êtes d'accord.",
		act: "Lire et répondre",
	},
	settled: {
		agreed: "« {{title}} » : les signatures nécessaires sont réunies",
		agreedNext: "La concertation est mûre : reste à publier.",
		publish: "Ce qui reste avant la publication",
		answered: "« {{title}} » : toutes les structures ont répondu",
		answeredNext:
			"Les signatures nécessaires ne sont pas réunies : lisez les réserves et les désaccords, puis reprenez le texte.",
		read: "Lire les réponses",
	},
} as const;
