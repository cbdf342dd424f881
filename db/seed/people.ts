import type { duties } from "../schema/structures.ts";

/** A made-up professional, named by what they do. */
export type MadeUpPerson = {
	/** Also the beginning of the address: `<id>@demonstration.invalid`. */
	id: string;
	label: string;
	/** Where they act; the first one is their own. */
	structures: [string, ...string[]];
	reception?: boolean;
	manager?: boolean;
	duty?: (typeof duties)[number];
	/** How long ago they were last here, in days; today when left out. */
	seenDaysAgo?: number;
};

/** The password of every account of the demonstration, written down for whoever tries Relais. */
export const demonstrationPassword = "relais-demonstration";

/** Its hash, made once: a fixed salt is no loss where the password itself is public. */
export const demonstrationPasswordHash =
	"b4477e430b7cb5ad392164629d30f7c8:2dc6d9a5b97ed83634dc51330d635fdcabde3e65ee1889a7e5a41f07871dcf1968f8bea229f27e711c85782c0380eeae5184c56e404d327755294c7f9410d2a3";

/** The accounts of the demonstration. */
export const madeUpPeople: MadeUpPerson[] = [
	{
		id: "infirmiere-scolaire-a",
		label: "Infirmière scolaire A",
		structures: ["college-saule"],
		reception: true,
	},
	{
		id: "principale-adjointe-a",
		label: "Principale adjointe A",
		structures: ["college-saule"],
		manager: true,
	},
	{ id: "educatrice-a", label: "Éducatrice A", structures: ["prevention-tilleul"] },
	{
		id: "cheffe-de-service-a",
		label: "Cheffe de service A",
		structures: ["prevention-tilleul"],
		reception: true,
		manager: true,
	},
	{
		id: "reception-crip-a",
		label: "Réception CRIP A",
		structures: ["crip-aubepine"],
		reception: true,
	},
	{
		id: "evaluatrice-crip-a",
		label: "Évaluatrice CRIP A",
		structures: ["crip-aubepine"],
		seenDaysAgo: 40,
	},
	{
		id: "responsable-crip-a",
		label: "Responsable CRIP A",
		structures: ["crip-aubepine"],
		reception: true,
		manager: true,
	},
	{ id: "referent-ase-a", label: "Référent ASE A", structures: ["ase-noyer"] },
	{
		id: "cadre-ase-a",
		label: "Cadre ASE A",
		structures: ["ase-noyer", "astreinte-noyer"],
		reception: true,
		manager: true,
	},
	{
		id: "astreinte-ase-a",
		label: "Astreinte ASE A",
		structures: ["astreinte-noyer"],
		reception: true,
	},
	{ id: "educateur-foyer-a", label: "Éducateur de foyer A", structures: ["mecs-cedre"] },
	{
		id: "cadre-foyer-a",
		label: "Cadre de foyer A",
		structures: ["mecs-cedre"],
		reception: true,
		manager: true,
	},
	{
		id: "educatrice-foyer-b",
		label: "Éducatrice de foyer B",
		structures: ["foyer-erable"],
		reception: true,
		manager: true,
	},
	{ id: "intervenante-a", label: "Intervenante A", structures: ["association-loutre"] },
	{
		id: "accueil-association-a",
		label: "Accueil association A",
		structures: ["association-loutre"],
		reception: true,
		manager: true,
	},
	{
		id: "intervenant-b",
		label: "Intervenant B",
		structures: ["equipe-roseau"],
		reception: true,
		manager: true,
	},
	{ id: "psychologue-a", label: "Psychologue A", structures: ["mda-lin", "uaped-orme"] },
	{
		id: "accueil-mda-a",
		label: "Accueil MDA A",
		structures: ["mda-lin"],
		reception: true,
		manager: true,
	},
	{
		id: "infirmiere-uaped-a",
		label: "Infirmière UAPED A",
		structures: ["uaped-orme"],
		reception: true,
		manager: true,
	},
	{
		id: "educatrice-milieu-ouvert-a",
		label: "Éducatrice de milieu ouvert A",
		structures: ["milieu-merisier"],
		reception: true,
		manager: true,
	},
	{
		id: "conseillere-insertion-a",
		label: "Conseillère en insertion A",
		structures: ["mission-trefle"],
		reception: true,
		manager: true,
	},
	{
		id: "juriste-a",
		label: "Juriste A",
		structures: ["victimes-frene"],
		reception: true,
		manager: true,
	},
	{
		id: "chargee-de-coordination-a",
		label: "Chargée de coordination A",
		structures: ["coordination"],
		reception: true,
	},
	{
		id: "coordinatrice-a",
		label: "Coordinatrice A",
		structures: ["coordination"],
		manager: true,
		duty: "coordinator",
	},
	{
		id: "animatrice-a",
		label: "Animatrice du réseau A",
		structures: ["coordination"],
		duty: "animator",
	},
	{
		id: "administratrice-a",
		label: "Administratrice A",
		structures: ["coordination"],
		duty: "administrator",
	},
	{
		id: "deleguee-a",
		label: "Déléguée à la protection des données A",
		structures: ["coordination"],
		duty: "auditor",
	},
];

/** The id of a person's place in a structure: their own name in the first one. */
export function memberIdOf({ id, structures }: MadeUpPerson, structureId: string): string {
	return structureId === structures[0] ? id : `${id}-${structureId}`;
}
