import { as, type TableEntry } from "./table-entry.ts";

const unlimited = { fr: "Sans limite.", en: "Without limit." };
const partners = {
	fr: "Les professionnels et la coordination du territoire.",
	en: "The professionals and the coordinator of the territory.",
};
const coordinators = {
	fr: "La coordination du territoire.",
	en: "The coordinator of the territory.",
};

/** What is stored of how a territory agrees on its protocols. */
export const agreementTables: TableEntry[] = [
	{
		store: "main",
		table: "consultations",
		about: "protocol",
		holds: {
			fr: "Une version soumise aux structures d'un territoire.",
			en: "A version that the structures of a territory are asked about.",
		},
		why: {
			fr: "Qu'un protocole ne paraisse qu'une fois convenu.",
			en: "So that a protocol is published only once it is agreed.",
		},
		kept: unlimited,
		readers: partners,
		columns: {
			id: as("random", "Nom de la concertation dans les adresses.", "A".repeat(22)),
			territory_id: as("fk", "Territoire."),
			protocol_id: as("known_name", "Nom du protocole.", "reference-b"),
			version_hash: as("fk", "Version soumise."),
			former_hash: as("hash", "Version publiée ce jour-là.", null),
			draft_id: as("random", "Brouillon dont elle est tirée.", "A".repeat(22)),
			state: as("enum", "Ouverte, retirée ou publiée."),
			least: as("bounded_int", "Nombre de signatures nécessaires ; vide : toutes."),
			reservation_blocks: as("yes_no", "Une réserve empêche-t-elle de publier."),
			edited_by: as("fk", "Qui a écrit en dernier."),
			opened_by: as("fk", "Qui a ouvert la concertation."),
			opened_at: as("instant_staff", "Quand."),
			ended_by: as("fk", "Qui l'a retirée ou a publié.", null),
			ended_at: as("instant_staff", "Quand.", null),
		},
	},
	{
		store: "main",
		table: "consultation_answers",
		about: "protocol",
		holds: {
			fr: "Ce qu'une structure sollicitée a répondu, et son contreseing.",
			en: "What a structure that was consulted answered, and its countersignature.",
		},
		why: {
			fr: "Savoir qui a convenu du protocole, et qui s'en est porté garant.",
			en: "To know who agreed to the protocol, and who stood for it.",
		},
		kept: unlimited,
		readers: partners,
		columns: {
			consultation_id: as("fk", "Concertation."),
			structure_id: as("fk", "Structure sollicitée."),
			must_sign: as("yes_no", "Sa signature est-elle nécessaire."),
			answer: as("enum", "D'accord, avec une réserve, pas d'accord."),
			objection: as("enum", "Motif d'une réserve ou d'un désaccord.", null),
			answered_by: as("fk", "Qui a répondu."),
			answered_at: as("instant_staff", "Quand."),
			signed_by: as("fk", "Responsable qui a contresigné."),
			signed_at: as("instant_staff", "Quand."),
		},
	},
	{
		store: "main",
		table: "consultation_comments",
		about: "protocol",
		holds: {
			fr: "Un commentaire d'une structure sur une version du protocole, jamais sur une situation.",
			en: "A structure's comment on a version of the protocol, never on a situation.",
		},
		why: {
			fr: "Que l'on dise pourquoi l'on réserve son accord.",
			en: "So that people say why they hold their agreement back.",
		},
		kept: unlimited,
		readers: partners,
		columns: {
			id: as("random", "Nom du commentaire.", "A".repeat(22)),
			consultation_id: as("fk", "Concertation."),
			structure_id: as("fk", "Structure."),
			member_id: as("fk", "Qui l'a écrit."),
			text: as("public_text", "Le commentaire, passé par la garde des textes."),
			at: as("instant_staff", "Quand."),
		},
	},
	{
		store: "main",
		table: "accepted_warnings",
		about: "protocol",
		holds: {
			fr: "Un avertissement de la vérification, accepté pour une version.",
			en: "A warning of the checker, accepted for a version.",
		},
		why: {
			fr: "Qu'un avertissement ne soit écarté que pour une raison dite.",
			en: "So that a warning is set aside only for a stated reason.",
		},
		kept: unlimited,
		readers: coordinators,
		columns: {
			consultation_id: as("fk", "Concertation."),
			code: as("known_name", "Code du constat.", "delay-without-basis"),
			place: as("setting", "Chemin vers l'endroit du protocole.", "phases/0/steps/2"),
			reason: as("enum", "Motif."),
			member_id: as("fk", "Qui l'a accepté."),
			at: as("instant_staff", "Quand."),
		},
	},
	{
		store: "main",
		table: "signature_rules",
		about: "protocol",
		holds: {
			fr: "Qui doit signer un protocole avant sa publication, dans un territoire.",
			en: "Who must sign a protocol before it is published, in a territory.",
		},
		why: {
			fr: "Que chaque territoire convienne à sa façon.",
			en: "So that each territory agrees in its own way.",
		},
		kept: unlimited,
		readers: coordinators,
		columns: {
			territory_id: as("fk", "Territoire."),
			scope: as("enum", "Toutes les structures, ou celles qui sont choisies."),
			least: as("bounded_int", "Nombre de signatures nécessaires ; vide : toutes."),
			reservation_blocks: as("yes_no", "Une réserve empêche-t-elle de publier."),
			since: as("instant_staff", "Depuis quand."),
		},
	},
	{
		store: "main",
		table: "signing_roles",
		about: "protocol",
		holds: {
			fr: "Un rôle dont les structures doivent signer.",
			en: "A role whose structures must sign.",
		},
		why: {
			fr: "Savoir quelles signatures sont attendues.",
			en: "To know which signatures are awaited.",
		},
		kept: unlimited,
		readers: coordinators,
		columns: {
			territory_id: as("fk", "Territoire."),
			role_id: as("known_name", "Rôle.", "crip"),
		},
	},
	{
		store: "main",
		table: "signing_structures",
		about: "protocol",
		holds: { fr: "Une structure qui doit signer.", en: "A structure that must sign." },
		why: {
			fr: "Savoir quelles signatures sont attendues.",
			en: "To know which signatures are awaited.",
		},
		kept: unlimited,
		readers: coordinators,
		columns: {
			territory_id: as("fk", "Territoire."),
			structure_id: as("fk", "Structure."),
		},
	},
];
