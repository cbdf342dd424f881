import type { Protocol } from "#protocols/language/protocol.ts";
import type { Cast } from "./scenario-commands.ts";
import type { Directory } from "./situation.ts";

/** In a story each role is played by a structure of its name, with a second one to reroute to. */
export const storyCast: Cast = {
	structuresFor: (role) => [role, `${role}-2`],
	professionalOf: (structure) => `${structure}-member`,
	receptionOf: (structure) => `${structure}-member`,
};

/** The directory of a story: its roles that work in the application, each with its two structures. */
export function storyDirectory({ roles }: Protocol): Directory {
	const internal = new Set(roles.filter(({ external }) => !external).map(({ id }) => id));
	return {
		structuresHolding: (role) => (internal.has(role) ? storyCast.structuresFor(role) : []),
		isActiveMember: () => true,
	};
}
