import { as, type TableEntry } from "./table-entry.ts";

const settled = {
	fr: "Tant que le territoire utilise Relais.",
	en: "As long as the territory uses Relais.",
};
const everyone = { fr: "Tous les comptes du territoire.", en: "Every account of the territory." };

/** What is stored of a territory and its partner structures. */
export const networkTables: TableEntry[] = [
	{
		store: "main",
		table: "territories",
		about: "network",
		holds: { fr: "Un territoire et son calendrier.", en: "A territory and its calendar." },
		why: {
			fr: "Compter les délais comme le territoire travaille.",
			en: "To count delays as the territory works.",
		},
		kept: settled,
		readers: everyone,
		columns: {
			id: as("known_name", "Nom court.", "territoire"),
			name: as("public_text", "Nom."),
			time_zone: as("setting", "Fuseau horaire."),
			holiday_region: as("enum", "Jours fériés."),
			office_start_minute: as("bounded_int", "Ouverture des bureaux.", 540),
			office_end_minute: as("bounded_int", "Fermeture des bureaux.", 1080),
			work_days: as("setting", "Jours ouvrés.", "12345"),
			slip_qr: as("yes_no", "Un carré à lire par un appareil sur la feuille du numéro."),
			demonstration: as("yes_no", "Territoire fictif."),
		},
	},
	{
		store: "main",
		table: "exceptional_days",
		about: "network",
		holds: {
			fr: "Un jour de fermeture ou d'ouverture du territoire.",
			en: "A day when the territory is closed or open.",
		},
		why: { fr: "Compter les délais juste.", en: "To count delays rightly." },
		kept: settled,
		readers: everyone,
		columns: {
			territory_id: as("fk", "Territoire."),
			date: as("date", "Jour.", "2026-12-24"),
			closed: as("yes_no", "Fermé ou ouvert."),
		},
	},
	{
		store: "main",
		table: "structures",
		about: "network",
		holds: { fr: "Une structure partenaire.", en: "A partner structure." },
		why: {
			fr: "Savoir à qui transmettre et qui appeler.",
			en: "To know whom to hand off to and whom to call.",
		},
		kept: settled,
		readers: {
			fr: "Tous les comptes du territoire ; le nom d'une structure sensible, seulement qui travaille avec elle.",
			en: "Every account of the territory; a sensitive structure's name, only those who work with it.",
		},
		columns: {
			id: as("known_name", "Nom court.", "college-saule"),
			territory_id: as("fk", "Territoire."),
			name: as("public_text", "Nom."),
			kind: as("enum", "Nature."),
			zone: as("public_text", "Secteur."),
			phone: as("public_text", "Téléphone professionnel."),
			presentation: as("public_text", "Ce qu'elle dit d'elle-même."),
			sensitive: as("yes_no", "Nom ou adresse à protéger."),
			active: as("yes_no", "Active."),
			capacity: as("enum", "Disponibilité qu'elle déclare elle-même.", null),
			capacity_at: as("instant_staff", "Date de cette déclaration.", null),
			on_call: as("yes_no", "Prévenue de l'urgent aussi les jours de fermeture."),
		},
	},
	{
		store: "main",
		table: "structure_roles",
		about: "network",
		holds: {
			fr: "Un rôle du protocole que tient une structure.",
			en: "A role of the protocol that a structure holds.",
		},
		why: { fr: "Proposer les bons destinataires.", en: "To offer the right recipients." },
		kept: settled,
		readers: everyone,
		columns: {
			structure_id: as("fk", "Structure."),
			role_id: as("known_name", "Rôle.", "crip"),
		},
	},
	{
		store: "main",
		table: "structure_closing_days",
		about: "network",
		holds: { fr: "Un jour de fermeture d'une structure.", en: "A day when a structure is closed." },
		why: {
			fr: "Ne pas reprocher un silence de jour fermé.",
			en: "Not to hold a closed day against anybody.",
		},
		kept: settled,
		readers: everyone,
		columns: {
			structure_id: as("fk", "Structure."),
			weekday: as("bounded_int", "Jour de la semaine, ou", null),
			date: as("date", "une date.", "2026-12-24"),
		},
	},
	{
		store: "main",
		table: "recalculations",
		about: "network",
		holds: {
			fr: "Un territoire dont les délais ouverts sont à recalculer, et jusqu'où c'est fait.",
			en: "A territory whose open delays are to be computed again, and how far that is done.",
		},
		why: {
			fr: "Qu'une panne au milieu d'un changement de calendrier n'oublie aucun délai.",
			en: "So that a crash in the middle of a change of calendar forgets no delay.",
		},
		kept: { fr: "Quelques secondes.", en: "A few seconds." },
		readers: { fr: "Le système seulement.", en: "The system only." },
		columns: {
			territory_id: as("fk", "Territoire."),
			after_pk: as("bounded_int", "Dernière situation recalculée."),
			asked_at: as("instant_staff", "Changement du calendrier."),
		},
	},
	{
		store: "main",
		table: "retention_policies",
		about: "network",
		holds: {
			fr: "Les durées qu'un territoire a choisies.",
			en: "The durations that a territory chose.",
		},
		why: { fr: "Garder moins longtemps que le plafond.", en: "To keep for less than the ceiling." },
		kept: settled,
		readers: {
			fr: "La coordination et le délégué à la protection des données.",
			en: "The coordinator and the data-protection officer.",
		},
		columns: {
			territory_id: as("fk", "Territoire."),
			reminder_days: as("bounded_int", "Jours avant un rappel.", 60),
			proposal_days: as("bounded_int", "Jours avant une proposition de clôture.", 90),
			closure_days: as("bounded_int", "Jours avant la clôture.", 180),
			purge_days: as("bounded_int", "Jours entre la clôture et la purge.", 90),
			longer_reason: as("enum", "Motif d'une durée plus longue.", null),
			since: as("instant_staff", "Dernier changement."),
		},
	},
	{
		store: "main",
		table: "yearly_counts",
		about: "network",
		holds: {
			fr: "Combien de situations d'une année portaient un code.",
			en: "How many situations of a year had a code.",
		},
		why: {
			fr: "Rendre compte sans rien garder des situations. Aucun croisement.",
			en: "To account for the year and keep nothing of situations. Nothing is crossed.",
		},
		kept: { fr: "Sans limite.", en: "Without limit." },
		readers: {
			fr: "La coordination, arrondi et au-dessus du seuil.",
			en: "The coordinator, rounded and above the threshold.",
		},
		columns: {
			territory_id: as("fk", "Territoire."),
			year: as("bounded_int", "Année de la clôture.", 2026),
			dimension: as("enum", "Ce qui est compté."),
			code: as("enum", "Code."),
			count: as("bounded_int", "Nombre.", 1),
		},
	},
];
