import { defaultRetention, fixedRetention } from "#protocols/retention/policy.ts";
import { as, type TableEntry } from "./table-entry.ts";

const trail = {
	fr: `${fixedRetention.trailDays} jours, puis effacé. Le lien avec une situation est coupé à la purge de celle-ci.`,
	en: `${fixedRetention.trailDays} days, then erased. What ties it to a situation is cut when that one is purged.`,
};

const link = Buffer.alloc(32);

/** History, and what was read of it. */
export const historyTables: TableEntry[] = [
	{
		store: "main",
		table: "journal",
		about: "situation",
		holds: {
			fr: "L'histoire des situations : des réponses codées, chiffrées, jamais un mot saisi.",
			en: "The history of situations: coded answers, sealed, never a word that somebody typed.",
		},
		why: {
			fr: "Savoir ce qui a été fait, sans que personne puisse le réécrire.",
			en: "To know what was done, so that nobody can rewrite it.",
		},
		kept: {
			fr: `Lisible jusqu'à la purge, ${defaultRetention.purgeDays} jours après la clôture. La ligne chiffrée reste, sans clé : plus personne ne peut la lire.`,
			en: `Readable until the purge, ${defaultRetention.purgeDays} days after the closure. The sealed row stays, without a key: nobody can read it any more.`,
		},
		readers: {
			fr: "Les structures qui prennent part, chacune pour sa part.",
			en: "The structures that take part, each for its part.",
		},
		columns: {
			sequence: as("pk", "Rang dans toute l'histoire."),
			situation_pk: as("pk", "Numéro de la situation dans la base."),
			position: as("bounded_int", "Rang dans la situation."),
			sealed: as("cipher", "L'événement : qui, quand, quel acte, quels codes.", Buffer.alloc(284)),
			link: as("hash", "Ce qui lie la ligne à toutes celles d'avant.", link),
		},
	},
	{
		store: "main",
		table: "purged_situations",
		about: "situation",
		holds: { fr: "Qu'une situation a été oubliée.", en: "That a situation was forgotten." },
		why: {
			fr: "Qu'une sauvegarde restaurée oublie de nouveau.",
			en: "So that a restored backup forgets again.",
		},
		kept: {
			fr: "Sans limite : un numéro et une semaine.",
			en: "Without limit: a number and a week.",
		},
		readers: { fr: "Le système seulement.", en: "The system only." },
		columns: {
			situation_pk: as("pk", "Numéro qu'elle avait dans la base."),
			week: as("iso_week", "Semaine de la purge.", 345_600_000),
			verified: as("yes_no", "Les fichiers ont été relus : il n'en reste rien."),
		},
	},
	{
		store: "main",
		table: "audit",
		about: "situation",
		holds: {
			fr: "Qui a lu ou fait quoi : un code d'acte, jamais une réponse.",
			en: "Who read or did what: the code of an act, never an answer.",
		},
		why: {
			fr: "Que toute lecture laisse une trace, avant même d'être servie.",
			en: "So that every reading leaves a trace, before it is even answered.",
		},
		kept: trail,
		readers: {
			fr: "Le responsable de la structure, pour les siens ; le délégué à la protection des données.",
			en: "The structure's manager, for their own; the data-protection officer.",
		},
		columns: {
			sequence: as("pk", "Rang."),
			at: as("instant_open", "Quand."),
			actor: as("known_name", "Compte, ou le système.", "referente-a"),
			structure_id: as("known_name", "Structure pour laquelle il agissait.", "college-saule"),
			act: as("enum", "Ce qui a été fait."),
			screen: as("enum", "Sorte de page lue."),
			subject: as("known_name", "Compte ou version concernés.", "referente-b"),
			session: as("hash", "Empreinte courte de la session.", Buffer.alloc(16)),
			situation_pk: as("fk", "Situation ; vide une fois oubliée."),
			handoff_id: as("random", "Transmission ; vide une fois oubliée.", "wPq0Z3nYb2Kx7TgVfHc1Rw"),
			salt: as("hash", "Seize octets au hasard, effacés avec le lien.", Buffer.alloc(16)),
			mark: as("hash", "Empreinte salée du lien, qui reste.", link),
			link: as("hash", "Ce qui lie la ligne à celles d'avant.", link),
		},
	},
	{
		store: "main",
		table: "audit_anchor",
		about: "upkeep",
		holds: {
			fr: "Où commence la trace qui est gardée.",
			en: "Where the trail that is kept begins.",
		},
		why: {
			fr: "Effacer le début de la trace sans pouvoir la falsifier.",
			en: "To erase the beginning of the trail without being able to forge it.",
		},
		kept: { fr: "Sans limite : une seule ligne.", en: "Without limit: a single row." },
		readers: { fr: "Le système seulement.", en: "The system only." },
		columns: {
			id: as("pk", "Toujours 1."),
			sequence: as("pk", "Rang de la dernière ligne effacée."),
			link: as("hash", "Son maillon.", link),
		},
	},
	{
		store: "main",
		table: "checkpoints",
		about: "upkeep",
		holds: {
			fr: "Un point de contrôle signé : combien de lignes, et l'empreinte de la dernière.",
			en: "A signed checkpoint: how many rows, and the digest of the last one.",
		},
		why: {
			fr: "Qu'une réécriture de l'histoire se voie, même par qui tient le serveur.",
			en: "So that rewriting history is seen, even when the server's owner does it.",
		},
		kept: {
			fr: "Sans limite : des comptes et des empreintes.",
			en: "Without limit: counts and digests.",
		},
		readers: {
			fr: "L'exploitant ; un extrait sur la page des transmissions.",
			en: "The operator; an extract on the page of handoffs.",
		},
		columns: {
			sequence: as("pk", "Rang."),
			at: as("instant_staff", "Quand."),
			reason: as("enum", "Pourquoi."),
			journal_count: as("bounded_int", "Lignes de l'histoire."),
			journal_head: as("hash", "Dernier maillon de l'histoire.", link),
			audit_count: as("bounded_int", "Lignes de la trace."),
			audit_head: as("hash", "Dernier maillon de la trace.", link),
			signature: as("hash", "Signature Ed25519.", Buffer.alloc(64)),
		},
	},
];
