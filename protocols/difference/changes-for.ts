import type { PartDifference } from "./difference.ts";
import type { RolesIn } from "./part.ts";

/** How a structure has to do with a part, by the roles that it holds. */
export const concerns = ["carries", "receives", "takes-part", "raises"] as const;
export type Concern = (typeof concerns)[number];

/** Whether it comes to a structure, leaves it, or stays with it and is otherwise. */
export type Turn = "gains" | "loses" | "keeps";

/** Something that changes for a structure, and why it is told to it. */
export type ChangeForRoles = { concern: Concern; turn: Turn; part: PartDifference };

/** What changes for those who hold some roles; what changes for everybody stands apart. */
export type RoleChanges = {
	own: ChangeForRoles[];
	/** The promises, the title, interruptions that anyone may raise. */
	everybody: PartDifference[];
	/** How many other parts are otherwise: the whole difference shows them. */
	others: number;
};

/** Sorts a difference by what it means for a structure that holds these roles. */
export function changesFor(
	parts: readonly PartDifference[],
	roles: readonly string[],
): RoleChanges {
	const held = new Set(roles);
	const own = parts.flatMap((part) => ownChange(part, held));
	const told = new Set(own.map(({ part }) => part));
	const everybody = parts.filter((part) => !told.has(part) && concernsAll(part));
	return { own, everybody, others: parts.length - told.size - everybody.length };
}

/** The first way in which a part concerns the roles, in the order of `concerns`. */
function ownChange(part: PartDifference, held: ReadonlySet<string>): ChangeForRoles[] {
	for (const concern of concerns) {
		const before = isConcerned(part.roles.before, concern, held);
		const after = isConcerned(part.roles.after, concern, held);
		if (before || after) return [{ concern, turn: turnOf(before, after), part }];
	}
	return [];
}

function isConcerned(
	roles: RolesIn | undefined,
	concern: Concern,
	held: ReadonlySet<string>,
): boolean {
	if (!roles) return false;
	const { carries, receives, takesPart, raises } = roles;
	switch (concern) {
		case "carries":
			return carries !== undefined && held.has(carries);
		case "receives":
			return receives !== undefined && held.has(receives);
		case "takes-part":
			return takesPart.some((role) => held.has(role));
		case "raises":
			return raises !== "anyone" && raises.some((role) => held.has(role));
	}
}

function turnOf(before: boolean, after: boolean): Turn {
	if (before && after) return "keeps";
	return after ? "gains" : "loses";
}

function concernsAll({ ref, roles }: PartDifference): boolean {
	const forAnyone = roles.before?.raises === "anyone" || roles.after?.raises === "anyone";
	return ref.kind === "protocol" || (ref.kind === "interruption" && forAnyone);
}
