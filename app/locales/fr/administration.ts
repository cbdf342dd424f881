/** The words of the accounts of a whole instance. */
export const administration = {
	title: "Comptes de l'instance",
	lead: "Les territoires, et les personnes qui ont une charge. Les structures s'occupent de leurs propres membres.",
	invite: "Inviter pour une charge",
	none: "Personne n'a encore de charge ici.",
	noCoordinator: "Personne ne coordonne ce territoire.",
	structures_one: "{{count}} structure",
	structures_other: "{{count}} structures",
	change: "Modifier",
	person: {
		title: "Modifier une charge",
		back: "Comptes de l'instance",
		duty: "Charge",
		structure: "Structure",
		territory: "Territoire",
		seen: "Dernière venue",
	},
	refusals: {
		"last-administrator":
			"Plus personne n'administrerait l'instance. Invitez d'abord quelqu'un d'autre.",
		"last-coordinator":
			"Plus personne ne coordonnerait ce territoire. Invitez d'abord quelqu'un d'autre.",
	},
} as const;
