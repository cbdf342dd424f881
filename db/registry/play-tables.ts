import { as, type ColumnEntry, type TableEntry } from "./table-entry.ts";

const coordinators = {
	fr: "La coordination du territoire.",
	en: "The coordinator of the territory.",
};

const scenario: Record<string, ColumnEntry> = {
	name: as("known_name", "Nom court du scénario.", "scenario"),
	position: as("bounded_int", "Rang."),
	title_fr: as("public_text", "Titre.", "Le chemin droit"),
	title_en: as("public_text", "Titre en anglais.", null),
	shows_fr: as("public_text", "Ce que le récit montre.", "Du signe à la clôture."),
	shows_en: as("public_text", "La même phrase en anglais.", null),
	story: as("setting", "Le récit fictif : des codes et des noms d'étapes.", '{"acts":[]}'),
	ends_closed: as("yes_no", "Le récit finit-il par la clôture."),
	ends_open: as("setting", "Les étapes ouvertes à la fin du récit.", "[]"),
};

/** What is stored of fictitious situations: none of it concerns a real one. */
export const playTables: TableEntry[] = [
	{
		store: "main",
		table: "plays",
		about: "protocol",
		holds: {
			fr: "Une situation fictive que joue quelqu'un pour essayer un brouillon.",
			en: "A fictitious situation that somebody plays to try a draft.",
		},
		why: {
			fr: "Voir ce qu'un protocole fait avant qu'il ne serve.",
			en: "To see what a protocol does before it is used.",
		},
		kept: {
			fr: "Quatorze jours après le dernier acte joué.",
			en: "Fourteen days after the last act played.",
		},
		readers: { fr: "La personne qui joue.", en: "Whoever plays." },
		columns: {
			id: as("random", "Nom de la simulation dans les adresses.", "A".repeat(22)),
			territory_id: as("fk", "Territoire."),
			member_id: as("fk", "Qui joue."),
			draft_id: as("fk", "Brouillon joué."),
			version_hash: as("hash", "Version jouée à la place du brouillon.", null),
			story: as("setting", "Le récit fictif : des codes et des noms d'étapes.", '{"acts":[]}'),
			started_at: as("instant_staff", "Début."),
			touched_at: as("instant_staff", "Dernier acte joué."),
		},
	},
	{
		store: "main",
		table: "draft_scenarios",
		about: "protocol",
		holds: {
			fr: "Un scénario enregistré avec un brouillon.",
			en: "A scenario saved with a draft.",
		},
		why: {
			fr: "Le rejouer à chaque modification, et dire lequel ne tient plus.",
			en: "To play it anew at each change, and say which no longer holds.",
		},
		kept: { fr: "Aussi longtemps que le brouillon.", en: "As long as the draft." },
		readers: coordinators,
		columns: { draft_id: as("fk", "Brouillon."), ...scenario },
	},
	{
		store: "main",
		table: "version_scenarios",
		about: "protocol",
		holds: {
			fr: "Un scénario avec lequel une version a été publiée.",
			en: "A scenario that a version was published with.",
		},
		why: {
			fr: "Que la version suivante reparte avec les mêmes récits.",
			en: "So that the next version starts with the same stories.",
		},
		kept: { fr: "Aussi longtemps que la version.", en: "As long as the version." },
		readers: coordinators,
		columns: {
			territory_id: as("fk", "Territoire."),
			version_hash: as("fk", "Version."),
			...scenario,
		},
	},
];
