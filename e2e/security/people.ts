import { madeUpPeople, memberIdOf } from "#db/seed/people.ts";

/** Somebody who follows situations in a structure and may answer for it. */
export function receptionOf(structureId: string): string {
	const there = madeUpPeople.filter(
		({ structures, duty, reception }) => structures.includes(structureId) && !duty && reception,
	);
	const person = there[0];
	if (!person) throw new RangeError(`Nobody answers at ${structureId}.`);
	return memberIdOf(person, structureId);
}

/** Who sees every handoff of the territory, and takes part in no situation. */
export const coordinator = "coordinatrice-a";
