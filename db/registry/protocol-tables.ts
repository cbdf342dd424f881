import { as, type TableEntry } from "./table-entry.ts";

/** What is stored of protocols. */
export const protocolTables: TableEntry[] = [
	{
		store: "main",
		table: "protocol_versions",
		about: "protocol",
		holds: {
			fr: "Une version du protocole d'un territoire, telle qu'elle est écrite.",
			en: "A version of a territory's protocol, as it is written.",
		},
		why: {
			fr: "Que chaque situation finisse sous la version où elle a commencé.",
			en: "So that each situation ends under the version it began with.",
		},
		kept: { fr: "Sans limite.", en: "Without limit." },
		readers: { fr: "Tous les comptes du territoire.", en: "Every account of the territory." },
		columns: {
			territory_id: as("fk", "Territoire."),
			hash: as("hash", "Nom de la version : l'empreinte de son texte.", "0f".repeat(32)),
			protocol_id: as("known_name", "Nom du protocole.", "reference-a"),
			status: as("enum", "Brouillon, en consultation, publiée, retirée."),
			document: as("public_text", "Le texte du protocole."),
			published_at: as("instant_staff", "Publication."),
		},
	},
];
