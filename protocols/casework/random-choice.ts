import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import { type FieldCode, fieldCodes, fields } from "#protocols/language/vocabulary/fields.ts";
import type { Circumstances, Situation } from "./situation.ts";
import type { Acting } from "./story.ts";

/** A whole number from 0 up to, and without, a limit. */
export type Chance = (below: number) => number;

/** Who there is in the territory of a walk. */
export type People = { structures: readonly string[]; holding: ReadonlyMap<string, string[]> };

/** A situation in the hands of chance. */
export type Throw = {
	situation: Situation;
	people: People;
	circumstances: Circumstances;
	chance: Chance;
};

/** One of a list by chance. @throws RangeError when the list is empty (a caller's bug) */
export function pick<Item>(chance: Chance, list: readonly Item[]): Item {
	const [found] = list.slice(chance(list.length));
	if (found === undefined) throw new RangeError("Nothing to pick from.");
	return found;
}

/** Whether something that happens once in so many times happens now. */
export function rarely(chance: Chance, once: number): boolean {
	return chance(once) === 0;
}

/** Somebody of a structure, with all the rights that it may have there. */
export function memberAt(structure: string): Acting {
	return { structure, actor: `${structure}-member`, reception: true, coordinator: false };
}

/** The expected structure, seldom another one, seldom the coordinator. */
export function somebody({ people, chance }: Throw, expected: string | undefined): Acting {
	if (rarely(chance, 25)) return { ...memberAt("coordination"), coordinator: true };
	const isOther = expected === undefined || rarely(chance, 10);
	const acting = memberAt(isOther ? pick(chance, people.structures) : expected);
	return rarely(chance, 20) ? { ...acting, actor: "colleague", reception: false } : acting;
}

/** The age of the page: fresh, seldom outdated. */
export function pageOf({ situation, chance }: Throw): number {
	return rarely(chance, 25) ? chance(situation.position + 1) : situation.position;
}

/** Answers to questions, seldom wrong ones. */
export function randomAnswers(chance: Chance, questions: readonly FieldCode[]): Answers {
	const asked = rarely(chance, 40) ? [...questions, pick(chance, fieldCodes)] : questions;
	const given = asked.filter(() => !rarely(chance, 60));
	return Object.fromEntries(given.map((field) => [field, randomCodes(chance, field)]));
}

function randomCodes(chance: Chance, field: FieldCode): string | string[] {
	if (rarely(chance, 80)) return "NO_SUCH_CODE";
	const codes = Object.keys(fields[field].codes);
	if (fields[field].most === 1) return pick(chance, codes);
	return [...new Set([pick(chance, codes), pick(chance, codes)])];
}
