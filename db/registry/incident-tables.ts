import { as, type TableEntry } from "./table-entry.ts";

/** Work that got stuck. */
export const incidentTables: TableEntry[] = [
	{
		store: "main",
		table: "incidents",
		about: "situation",
		holds: {
			fr: "Un travail du serveur resté bloqué : une horloge, un message, une tâche.",
			en: "Work of the server that got stuck: a clock, a message, a chore.",
		},
		why: {
			fr: "Que rien ne reste bloqué sans qu'une personne s'en occupe.",
			en: "So that nothing stays stuck without somebody dealing with it.",
		},
		kept: {
			fr: "90 jours après sa fin ; avec la situation, s'il s'agit de l'une de ses horloges.",
			en: "90 days after its end; with the situation, where it is about one of its clocks.",
		},
		readers: {
			fr: "L'administration, en codes et en âges ; jamais de quelle situation.",
			en: "Administrators, as codes and ages; never of which situation.",
		},
		columns: {
			id: as("pk", "Rang."),
			source: as("enum", "Où.", "timer"),
			key: as("known_name", "Ce qui est bloqué.", "timer:1:step:first-analysis"),
			reason: as("enum", "Pourquoi."),
			situation_pk: as("fk", "Situation, pour une horloge."),
			opened_at: as("instant_open", "Première fois."),
			latest_at: as("instant_open", "Dernière fois."),
			times: as("bounded_int", "Combien de fois."),
			owner_id: as("fk", "Qui s'en occupe."),
			resolution: as("enum", "Comment il s'est terminé."),
			resolved_at: as("instant_open", "Quand."),
		},
	},
];
