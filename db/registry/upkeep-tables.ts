import { as, type TableEntry } from "./table-entry.ts";

const systemOnly = { fr: "Le système seulement.", en: "The system only." };

/** What Relais keeps to run, and the keys that open history. */
export const upkeepTables: TableEntry[] = [
	{
		store: "main",
		table: "outbox",
		about: "upkeep",
		holds: {
			fr: "Un message à envoyer à une structure, sans contenu.",
			en: "A message for a structure, without content.",
		},
		why: {
			fr: "Prévenir qu'il y a quelque chose à lire, sans dire quoi.",
			en: "To say that there is something to read, and not what.",
		},
		kept: {
			fr: "30 jours après la rédaction de ses avis.",
			en: "30 days after its letters were made.",
		},
		readers: systemOnly,
		columns: {
			id: as("pk", "Rang."),
			structure_id: as("fk", "Structure à prévenir, vide pour l'exploitant.", "college-saule"),
			audience: as("enum", "Qui, dans la structure."),
			kind: as("enum", "Ordinaire, urgent ou pour l'exploitant."),
			at: as("instant_staff", "Quand."),
			sent_at: as("instant_staff", "Rédaction de ses avis."),
		},
	},
	{
		store: "main",
		table: "lived_days",
		about: "upkeep",
		holds: {
			fr: "Un jour où le serveur a fait le ménage.",
			en: "A day when the server looked after retention.",
		},
		why: {
			fr: "Qu'une horloge déréglée n'efface rien trop tôt.",
			en: "So that a wrong clock erases nothing too soon.",
		},
		kept: { fr: "Les 28 derniers.", en: "The last 28." },
		readers: systemOnly,
		columns: { day: as("pk", "Jour, compté depuis 1970."), done: as("yes_no", "Fini.") },
	},
	{
		store: "main",
		table: "__drizzle_migrations",
		about: "upkeep",
		holds: { fr: "L'état de la base elle-même.", en: "The state of the store itself." },
		why: { fr: "Mettre la base à jour une fois.", en: "To bring the store up to date once." },
		kept: { fr: "Sans limite.", en: "Without limit." },
		readers: systemOnly,
		columns: {
			id: as("setting", "Rang."),
			hash: as("setting", "Empreinte du fichier."),
			created_at: as("setting", "Date du fichier."),
		},
	},
	{
		store: "keys",
		table: "data_keys",
		about: "situation",
		holds: {
			fr: "La clé d'une situation, chiffrée par une clé gardée ailleurs.",
			en: "The key of a situation, sealed by a key that is kept elsewhere.",
		},
		why: {
			fr: "Que la base seule ne dise rien ; qu'oublier la clé oublie la situation, sauvegardes comprises.",
			en: "So that the store alone says nothing; forgetting the key forgets the situation, in backups too.",
		},
		kept: { fr: "Jusqu'à la purge de la situation.", en: "Until the situation is purged." },
		readers: systemOnly,
		columns: {
			situation_pk: as("pk", "Numéro de la situation dans la base."),
			wrapped: as("cipher", "Clé chiffrée.", Buffer.alloc(60)),
		},
	},
	{
		store: "keys",
		table: "forgotten",
		about: "situation",
		holds: { fr: "Qu'une clé a été oubliée exprès.", en: "That a key was forgotten on purpose." },
		why: { fr: "Distinguer un oubli voulu d'une perte.", en: "To tell forgetting from losing." },
		kept: { fr: "Sans limite : un numéro.", en: "Without limit: a number." },
		readers: systemOnly,
		columns: { situation_pk: as("pk", "Numéro que la situation avait dans la base.") },
	},
	{
		store: "keys",
		table: "secrets",
		about: "upkeep",
		holds: {
			fr: "Les clés du serveur : signature, empreintes.",
			en: "The server's own keys: signing, digests.",
		},
		why: { fr: "Signer les points de contrôle.", en: "To sign checkpoints." },
		kept: { fr: "Sans limite.", en: "Without limit." },
		readers: systemOnly,
		columns: {
			name: as("enum", "Laquelle."),
			wrapped: as("cipher", "Clé chiffrée.", Buffer.alloc(60)),
		},
	},
];
