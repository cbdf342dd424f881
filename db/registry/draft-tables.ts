import { as, type TableEntry } from "./table-entry.ts";

const untilDropped = {
	fr: "Jusqu'à ce que la coordination abandonne le brouillon.",
	en: "Until the coordinator drops the draft.",
};
const coordinators = {
	fr: "La coordination du territoire.",
	en: "The coordinator of the territory.",
};

/** What is stored of protocols that are being written. */
export const draftTables: TableEntry[] = [
	{
		store: "main",
		table: "drafts",
		about: "protocol",
		holds: {
			fr: "Un protocole qu'un territoire est en train d'écrire.",
			en: "A protocol that a territory is writing.",
		},
		why: {
			fr: "Qu'un protocole se prépare sans toucher à celui qui sert.",
			en: "So that a protocol is prepared without touching the one in use.",
		},
		kept: untilDropped,
		readers: coordinators,
		columns: {
			id: as("random", "Nom du brouillon dans les adresses.", "A".repeat(22)),
			territory_id: as("fk", "Territoire."),
			protocol_id: as("known_name", "Nom du protocole.", "reference-a"),
			origin: as("enum", "De quoi il est parti."),
			model_id: as("known_name", "Modèle du catalogue.", "reference-a"),
			base_hash: as("hash", "Version dont il est parti.", null),
			shared_by: as("known_name", "Territoire qui partage cette version.", null),
			document: as("public_text", "Le texte du protocole."),
			revision: as("bounded_int", "Nombre de modifications."),
			created_at: as("instant_staff", "Création."),
			created_by: as("fk", "Qui l'a créé."),
			updated_at: as("instant_staff", "Dernière modification."),
			updated_by: as("fk", "Qui l'a modifié en dernier."),
		},
	},
	{
		store: "main",
		table: "draft_edits",
		about: "protocol",
		holds: {
			fr: "Une des deux cents dernières modifications d'un brouillon.",
			en: "One of the latest two hundred changes of a draft.",
		},
		why: {
			fr: "Revenir en arrière, et n'effacer le travail de personne à deux.",
			en: "To go back, and to lose nobody's work when two people write.",
		},
		kept: untilDropped,
		readers: coordinators,
		columns: {
			draft_id: as("fk", "Brouillon."),
			revision: as("bounded_int", "Rang de la modification."),
			act: as("enum", "Modification, retour en arrière ou rétablissement."),
			of_revision: as("bounded_int", "Modification annulée ou rétablie.", null),
			command: as("enum", "Sorte de modification."),
			part: as("setting", "Partie concernée.", "step:first-contact"),
			patch: as("public_text", "Ce qui était écrit, et ce qui l'est devenu."),
			at: as("instant_staff", "Quand."),
			by: as("fk", "Par qui."),
		},
	},
	{
		store: "main",
		table: "draft_readers",
		about: "protocol",
		holds: { fr: "Qui a un brouillon ouvert.", en: "Who has a draft open." },
		why: {
			fr: "Prévenir deux personnes qui écrivent en même temps.",
			en: "To tell two people who write at the same time of each other.",
		},
		kept: { fr: "Deux minutes sans nouvelles.", en: "Two minutes without news." },
		readers: coordinators,
		columns: {
			draft_id: as("fk", "Brouillon."),
			member_id: as("fk", "Qui l'a ouvert."),
			part: as("setting", "Partie ouverte.", "step:first-contact"),
			seen_at: as("instant_staff", "Dernières nouvelles."),
		},
	},
];
