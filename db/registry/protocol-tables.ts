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
			status: as("enum", "Brouillon, en concertation, publiée, retirée."),
			document: as("public_text", "Le texte du protocole."),
			published_at: as("instant_staff", "Publication."),
			model_id: as("known_name", "Modèle du catalogue dont elle est partie.", null),
			base_hash: as("hash", "Version dont elle est partie.", null),
			shared_by: as("known_name", "Territoire qui partageait cette version.", null),
		},
	},
	{
		store: "main",
		table: "shared_protocols",
		about: "protocol",
		holds: {
			fr: "Une version publiée qu'un territoire laisse lire et reprendre aux autres.",
			en: "A published version that a territory lets the others read and start from.",
		},
		why: {
			fr: "Qu'un territoire ne parte pas de rien, et sache à qui il doit ce qu'il reprend.",
			en: "So that a territory does not start from nothing, and knows whom it owes what it takes up.",
		},
		kept: {
			fr: "Jusqu'à ce que la coordination retire le partage.",
			en: "Until the coordinator withdraws the sharing.",
		},
		readers: {
			fr: "La coordination des autres territoires de l'instance.",
			en: "The coordinators of the other territories of the instance.",
		},
		columns: {
			territory_id: as("fk", "Territoire qui partage."),
			hash: as("fk", "Version partagée."),
			shared_at: as("instant_staff", "Quand."),
			shared_by: as("fk", "Qui l'a partagée."),
		},
	},
];
