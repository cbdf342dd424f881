import type { Translation } from "#app/i18n/translation.ts";
import type { administration as fr } from "../fr/administration.ts";

/** The words of the accounts of a whole instance. */
export const administration = {
	title: "Accounts of this instance",
	lead: "The territories, and the people who have a duty. Structures look after their own members.",
	invite: "Invite for a duty",
	none: "Nobody has a duty here yet.",
	noCoordinator: "Nobody coordinates this territory.",
	structures_one: "{{count}} structure",
	structures_other: "{{count}} structures",
	change: "Change",
	person: {
		title: "Change a duty",
		back: "Accounts of this instance",
		duty: "Duty",
		structure: "Structure",
		territory: "Territory",
		seen: "Last here",
	},
	refusals: {
		"last-administrator":
			"Nobody would administer the instance any more. Invite somebody else first.",
		"last-coordinator":
			"Nobody would coordinate this territory any more. Invite somebody else first.",
	},
} satisfies Translation<typeof fr>;
