import { as, type TableEntry } from "./table-entry.ts";

const systemOnly = { fr: "Le système seulement.", en: "The system only." };
const holder = { fr: "La personne elle-même.", en: "The person." };

/** Letters to professionals, and who wants which. */
export const letterTables: TableEntry[] = [
	{
		store: "main",
		table: "letters",
		about: "upkeep",
		holds: {
			fr: "Un avis par courriel à une personne, à une boîte partagée ou à l'exploitant : lequel des textes constants, et quand.",
			en: "A letter by e-mail to a person, a shared mailbox or the operator: which constant text, and when.",
		},
		why: {
			fr: "Qu'aucun avis ne se perde ni ne parte sans fin.",
			en: "So that no letter is lost, or sent without end.",
		},
		kept: {
			fr: "30 jours après l'envoi ; un avis bloqué, tant que son incident est ouvert.",
			en: "30 days after it was sent; one that is stuck, as long as its incident is open.",
		},
		readers: {
			fr: "L'administration, sans adresse ni nom.",
			en: "Administrators, without address or name.",
		},
		columns: {
			id: as("pk", "Rang."),
			number: as("random", "Numéro dans l'en-tête de l'avis.", "A".repeat(22)),
			text: as("enum", "Quel texte constant."),
			user_id: as("fk", "Personne, ou", "referente-a"),
			structure_id: as("fk", "structure, ou personne des deux pour l'exploitant.", null),
			due_at: as("instant_staff", "Quand il doit partir."),
			tries: as("bounded_int", "Nombre d'essais."),
			next_try_at: as("instant_staff", "Prochain essai."),
			state: as("enum", "Où il en est.", "queued"),
			ended_at: as("instant_staff", "Depuis quand il ne part plus de lui-même.", null),
		},
	},
	{
		store: "main",
		table: "letter_wishes",
		about: "account",
		holds: {
			fr: "Les avis qu'une personne souhaite, et leur langue.",
			en: "The letters that a person wants, and their language.",
		},
		why: { fr: "Ne pas déranger plus qu'il ne faut.", en: "Not to disturb more than needed." },
		kept: { fr: "Avec le compte.", en: "With the account." },
		readers: holder,
		columns: {
			user_id: as("fk", "Compte."),
			language: as("enum", "Langue."),
			morning: as("yes_no", "Avis du matin."),
			afternoon: as("yes_no", "Avis de l'après-midi."),
			weekly: as("yes_no", "Avis de la semaine."),
		},
	},
	{
		store: "main",
		table: "structure_letters",
		about: "network",
		holds: {
			fr: "Ce qu'une structure a décidé de ses avis, et sa boîte partagée.",
			en: "What a structure decided about its letters, and its shared mailbox.",
		},
		why: {
			fr: "Que l'avis arrive là où quelqu'un le lit.",
			en: "So that a letter arrives where somebody reads it.",
		},
		kept: {
			fr: "Tant que la structure utilise Relais.",
			en: "As long as the structure uses Relais.",
		},
		readers: { fr: "Le responsable de la structure.", en: "The structure's manager." },
		columns: {
			structure_id: as("fk", "Structure."),
			urgent_to: as("enum", "À qui vont les avis urgents."),
			mailbox: as("staff", "Adresse de la boîte partagée."),
			mailbox_notices: as("yes_no", "La boîte reçoit aussi les avis ordinaires."),
			language: as("enum", "Langue."),
		},
	},
	{
		store: "main",
		table: "mail_relay",
		about: "upkeep",
		holds: { fr: "Comment répond le serveur de courriel.", en: "How the mail server answers." },
		why: {
			fr: "Attendre qu'il revienne, et le dire s'il ne revient pas.",
			en: "To wait until it is back, and to say when it is not.",
		},
		kept: { fr: "Une seule ligne.", en: "One row." },
		readers: { fr: "L'administration.", en: "Administrators." },
		columns: {
			id: as("pk", "Toujours 1.", 1),
			failures: as("bounded_int", "Échecs de suite."),
			next_try_at: as("instant_staff", "Prochain essai."),
			failing_since: as("instant_staff", "Début des échecs."),
			latest_sent_at: as("instant_staff", "Dernier envoi."),
		},
	},
	{
		store: "main",
		table: "due_feeds",
		about: "account",
		holds: {
			fr: "L'adresse secrète d'un agenda d'échéances sans contenu.",
			en: "The secret address of a calendar of due dates without content.",
		},
		why: {
			fr: "Que l'agenda d'une personne lui dise quand regarder Relais.",
			en: "So that a person's calendar tells them when to look at Relais.",
		},
		kept: {
			fr: "Jusqu'à son retrait ; avec le compte.",
			en: "Until it is withdrawn; with the account.",
		},
		readers: systemOnly,
		columns: {
			user_id: as("fk", "Compte."),
			secret_hash: as("hash", "Empreinte de l'adresse.", "A".repeat(43)),
			made_at: as("instant_staff", "Création."),
			read_day: as("bounded_int", "Dernier jour de lecture, sans l'heure."),
		},
	},
];
