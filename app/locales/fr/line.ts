/** The words around a drawn line. */
export const line = {
	legend: "Lire le dessin",
	kinds: {
		action: "Action",
		decision: "Décision",
		handoff: "Transmission à une autre structure",
		review: "Point de suivi, à date fixe",
		closure: "Clôture",
	},
	chips: {
		to: "peut aussi mener à l'étape de ce numéro",
		again: "peut recommencer ; un nombre dit combien de fois au plus",
		opens: "peut ouvrir l'interruption de cette lettre",
		end: "l'axe ou l'interruption peut finir ici",
	},
	phases: {
		identification: "Repérage",
		orientation: "Orientation",
		accompaniment: "Accompagnement",
	},
	beside: "le parcours, où qu'il en soit ; deux barres quand ses délais s'arrêtent",
	states: {
		done: "faite",
		here: "en cours",
		late: "en retard",
		paused: "en pause",
		ahead: "à venir",
	},
	situation: {
		label: "Où en est la situation",
		phaseDone: "phase terminée",
		phaseHere: "phase en cours",
		phaseAhead: "phase à venir",
		beside: "À côté du parcours",
	},
} as const;
