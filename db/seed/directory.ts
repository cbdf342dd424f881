import type { structureKinds } from "../schema/structures.ts";

/** A made-up structure: named after a tree or an animal, reached on a number kept for fiction. */
export type MadeUpStructure = {
	id: string;
	name: string;
	kind: (typeof structureKinds)[number];
	zone: "Nord" | "Sud" | "Tout le département";
	phone: string;
	roles: string[];
	/** Its address protects somebody. */
	sensitive?: boolean;
	/** Days of each week when it is closed; Monday is 1. */
	closedOn?: number[];
	/** Closed that many days after the seed. */
	closedInDays?: number[];
};

/** What every structure that meets young people may do: notice, and speak for itself. */
const notices = ["reperant", "ref-struct"];

/** The structures of the demonstration: every role of the three reference protocols is held. */
export const madeUpStructures: MadeUpStructure[] = [
	{
		id: "college-saule",
		name: "Collège du Saule",
		kind: "school",
		zone: "Nord",
		phone: "01 99 00 10 01",
		roles: [...notices, "educ-nat"],
		closedOn: [3],
	},
	{
		id: "prevention-tilleul",
		name: "Prévention spécialisée du Tilleul",
		kind: "outreach",
		zone: "Sud",
		phone: "01 99 00 10 02",
		roles: [...notices, "prev-spe", "ref-parcours"],
	},
	{
		id: "crip-aubepine",
		name: "CRIP de l'Aubépine",
		kind: "crip",
		zone: "Tout le département",
		phone: "01 99 00 10 03",
		roles: ["crip"],
	},
	{
		id: "ase-noyer",
		name: "ASE du Noyer",
		kind: "ase",
		zone: "Tout le département",
		phone: "02 61 91 10 04",
		roles: [...notices, "ase", "eval", "ref-dept", "ref-parcours"],
	},
	{
		id: "astreinte-noyer",
		name: "Astreinte ASE du Noyer",
		kind: "ase",
		zone: "Tout le département",
		phone: "02 61 91 10 05",
		roles: ["ase-astreinte"],
	},
	{
		id: "mecs-cedre",
		name: "MECS du Cèdre",
		kind: "care-home",
		zone: "Nord",
		phone: "02 61 91 10 06",
		roles: [...notices, "mecs", "mecs-cadre", "ref-parcours"],
	},
	{
		id: "foyer-erable",
		name: "Foyer de l'Érable",
		kind: "care-home",
		zone: "Sud",
		phone: "02 61 91 10 07",
		roles: [...notices, "mecs", "mecs-cadre", "ref-parcours"],
	},
	{
		id: "association-loutre",
		name: "Association spécialisée de la Loutre",
		kind: "specialist",
		zone: "Tout le département",
		phone: "03 53 01 10 08",
		roles: [...notices, "asso-spe", "part-regional", "ref-parcours"],
		sensitive: true,
		closedInDays: [9, 10],
	},
	{
		id: "equipe-roseau",
		name: "Équipe mobile du Roseau",
		kind: "specialist",
		zone: "Sud",
		phone: "03 53 01 10 09",
		roles: [...notices, "asso-spe", "part-regional"],
	},
	{
		id: "mda-lin",
		name: "Maison des adolescents du Lin",
		kind: "health",
		zone: "Nord",
		phone: "04 65 71 10 10",
		roles: [...notices, "soin", "ref-parcours"],
		closedOn: [1],
	},
	{
		id: "uaped-orme",
		name: "UAPED de l'Orme",
		kind: "health",
		zone: "Tout le département",
		phone: "04 65 71 10 11",
		roles: [...notices, "soin", "uaped"],
	},
	{
		id: "milieu-merisier",
		name: "Milieu ouvert du Merisier",
		kind: "family-support",
		zone: "Tout le département",
		phone: "04 65 71 10 12",
		roles: [...notices, "milieu-ouvert", "eval", "ref-parcours"],
	},
	{
		id: "mission-trefle",
		name: "Mission locale du Trèfle",
		kind: "insertion",
		zone: "Nord",
		phone: "05 36 49 10 13",
		roles: [...notices, "insertion"],
		closedInDays: [6],
	},
	{
		id: "victimes-frene",
		name: "Aide aux victimes du Frêne",
		kind: "justice",
		zone: "Tout le département",
		phone: "05 36 49 10 14",
		roles: [...notices, "aide-victimes"],
	},
	{
		id: "coordination",
		name: "Coordination du réseau",
		kind: "coordination",
		zone: "Tout le département",
		phone: "05 36 49 10 15",
		roles: ["coord", "ref-dept"],
	},
];
