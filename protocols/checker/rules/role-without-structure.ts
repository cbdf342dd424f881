import type { Checking, Found, Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A role that no active structure of the territory holds, or one only where it must be quick. */
export const roleWithoutStructure: Rule = {
	code: "role-without-structure",
	severity: "error",
	find(checking) {
		const { territory } = checking;
		if (!territory) return [];
		const { needed, urgent } = rolesAtWork(checking);
		return checking.compiled.protocol.roles.flatMap(({ id }, index) => {
			const structures = territory.structuresHolding(id);
			const enough = structures.length >= (urgent.has(id) ? 2 : 1);
			if (!needed.has(id) || enough) return [];
			const none = structures.length === 0;
			return roleFound(checking, { id, index, only: none ? undefined : structures[0]?.name });
		});
	},
};

function roleFound(
	{ compiled: { protocol } }: Checking,
	{ id, index, only }: { id: string; index: number; only: string | undefined },
): Found {
	const part = { kind: "role", id } as const;
	const { fr, en } = named(protocol, part);
	const none = only === undefined;
	return {
		part,
		path: ["roles", index],
		severity: none ? "error" : "warning",
		sentence: none
			? both(
					`Aucune structure active du territoire ne tient le rôle ${fr}.`,
					`No active structure of the territory holds the role ${en}.`,
				)
			: both(
					`Une seule structure (${only}) tient le rôle ${fr}, qui doit répondre en urgence.`,
					`Only one structure (${only}) holds the role ${en}, which must answer urgently.`,
				),
		advice: none
			? both(
					"Donnez ce rôle à une structure dans l'annuaire, ou confiez ses étapes à un autre rôle.",
					"Give this role to a structure in the directory, or have another role carry its steps.",
				)
			: both(
					"Trouvez une deuxième structure, ou écrivez qui remplace la première quand elle est fermée.",
					"Find a second structure, or write down who stands in for the first when it is closed.",
				),
	};
}

function rolesAtWork({ compiled: { protocol, places } }: Checking) {
	const inside = new Set(protocol.roles.flatMap(({ id, external }) => (external ? [] : [id])));
	const needed = new Set<string>();
	const urgent = new Set<string>();
	for (const { step } of places.steps.values()) {
		needed.add(step.role);
		if (!step.handoff || !inside.has(step.handoff.to)) continue;
		needed.add(step.handoff.to);
		if (["immediate", "urgent"].includes(step.handoff.urgency)) urgent.add(step.handoff.to);
	}
	return { needed, urgent };
}
