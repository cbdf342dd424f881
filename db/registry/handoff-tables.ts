import { defaultRetention } from "#protocols/retention/policy.ts";
import { as, type TableEntry } from "./table-entry.ts";

const untilPurge = {
	fr: `Avec la situation : ${defaultRetention.purgeDays} jours après la clôture.`,
	en: `With the situation: ${defaultRetention.purgeDays} days after the closure.`,
};

const twoSides = {
	fr: "L'émetteur et le destinataire ; la coordination, pour l'état et les délais seulement.",
	en: "The sender and the recipient; the coordinator, for the state and the delays only.",
};

/** What is stored of handoffs. */
export const handoffTables: TableEntry[] = [
	{
		store: "main",
		table: "handoffs",
		about: "situation",
		holds: {
			fr: "Une transmission entre deux structures, et où elle en est.",
			en: "A handoff between two structures, and where it stands.",
		},
		why: {
			fr: "Que toute transmission reçoive une réponse. L'identité du jeune passe de vive voix, jamais ici.",
			en: "So that every handoff is answered. The young person's identity goes by voice, never here.",
		},
		kept: untilPurge,
		readers: twoSides,
		columns: {
			id: as("random", "Identifiant interne.", "wPq0Z3nYb2Kx7TgVfHc1Rw"),
			situation_pk: as("fk", "Situation."),
			number: as(
				"random",
				"Numéro que les deux professionnels se disent au téléphone.",
				"7KWM39TXHQ",
			),
			words: as("random", "Deux mots que les deux professionnels ont sous les yeux.", "12-845"),
			sender_handle: as("random", "Adresse de la page de l'émetteur.", "aPq0Z3nYb2Kx7TgVfHc1Rw"),
			recipient_handle: as(
				"random",
				"Adresse de la page du destinataire.",
				"bPq0Z3nYb2Kx7TgVfHc1Rw",
			),
			step_id: as("known_name", "Étape du protocole.", "send-concern"),
			sender_id: as("fk", "Structure qui transmet."),
			recipient_id: as("fk", "Structure sollicitée."),
			role_id: as("known_name", "Rôle demandé.", "crip"),
			urgency: as("enum", "Urgence."),
			state: as("enum", "État."),
			delay: as("enum", "Délai : à l'heure, bientôt, dépassé, signalé."),
			loop_closed: as("yes_no", "Retour lu."),
			awaited: as("enum", "De qui une réponse est attendue."),
			due_at: as("instant_open", "Fin du délai."),
			sent_at: as("instant_open", "Envoi."),
			referent_id: as("fk", "Professionnel référent."),
			unmatched: as("enum", "Pourquoi le destinataire n'a pas retrouvé la ligne."),
		},
	},
	{
		store: "main",
		table: "glass_openings",
		about: "situation",
		holds: {
			fr: "Un accès d'urgence : la coordination rend une transmission pour une structure absente.",
			en: "An emergency access: the coordination gives a handoff back for a structure that is absent.",
		},
		why: {
			fr: "Qu'une absence ne bloque pas un enfant ; deux personnes, une raison, quatre heures.",
			en: "So that an absence does not hold up a child; two people, a reason, four hours.",
		},
		kept: untilPurge,
		readers: twoSides,
		columns: {
			id: as("random", "Identifiant interne.", "gPq0Z3nYb2Kx7TgVfHc1Rw"),
			handoff_id: as("fk", "Transmission."),
			structure_id: as("fk", "Structure qui l'accorde."),
			reason: as("enum", "Raison."),
			state: as("enum", "Demandé, accordé, refusé ou utilisé."),
			asked_by: as("fk", "Qui demande."),
			asked_at: as("instant_open", "Demande."),
			decided_by: as("fk", "Qui répond.", null),
			decided_at: as("instant_open", "Réponse."),
		},
	},
	{
		store: "main",
		table: "recalls",
		about: "situation",
		holds: {
			fr: "Une ligne rappelée par son émetteur, en tête de la journée du destinataire.",
			en: "A line that its sender recalled, on top of the recipient's day.",
		},
		why: {
			fr: "Qu'une structure qui a perdu son registre retrouve la ligne sans la chercher.",
			en: "So that a structure that lost its register finds the line without searching.",
		},
		kept: { fr: "24 heures.", en: "24 hours." },
		readers: { fr: "Le destinataire.", en: "The recipient." },
		columns: {
			handoff_id: as("fk", "Transmission."),
			until: as("instant_open", "Jusqu'à quand."),
		},
	},
	{
		store: "main",
		table: "handoff_checkpoints",
		about: "situation",
		holds: {
			fr: "Quel point de contrôle a été montré sur la page d'une transmission.",
			en: "Which checkpoint was shown on the page of a handoff.",
		},
		why: {
			fr: "Que les deux structures puissent témoigner que rien n'a été réécrit.",
			en: "So that both structures can witness that nothing was rewritten.",
		},
		kept: untilPurge,
		readers: twoSides,
		columns: {
			handoff_id: as("fk", "Transmission."),
			checkpoint: as("fk", "Point de contrôle."),
		},
	},
];
