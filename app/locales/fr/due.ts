/** How far away something is due. */
export const due = {
	paused: "en pause",
	ahead: {
		minutes_one: "encore {{count}} min",
		minutes_other: "encore {{count}} min",
		hours_one: "encore {{count}} h",
		hours_other: "encore {{count}} h",
		on: "{{left}}, {{day}} à {{time}}",
		"working-days_one": "dans {{count}} jour ouvré, {{day}}",
		"working-days_other": "dans {{count}} jours ouvrés, {{day}}",
		days_one: "dans {{count}} jour, {{day}}",
		days_other: "dans {{count}} jours, {{day}}",
	},
	late: {
		minutes_one: "en retard de {{count}} min",
		minutes_other: "en retard de {{count}} min",
		hours_one: "en retard de {{count}} h",
		hours_other: "en retard de {{count}} h",
		"working-days_one": "en retard d'un jour ouvré",
		"working-days_other": "en retard de {{count}} jours ouvrés",
		days_one: "en retard d'un jour",
		days_other: "en retard de {{count}} jours",
	},
} as const;
