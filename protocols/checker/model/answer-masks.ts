import type { Places } from "#protocols/language/places.ts";
import { type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";

/**
 * What conditions can tell apart in the answers to one question: one bit for each list of codes
 * that some condition names, set when one of the answers is in that list.
 */
export type MaskedField = { field: FieldCode; lists: string[][] };

/** Every question that a condition of the protocol reads. */
export function maskedFields({ steps }: Places): Map<FieldCode, MaskedField> {
	const masked = new Map<FieldCode, MaskedField>();
	const conditions = [...steps.values()].flatMap(({ step }) =>
		step.outcomes.flatMap(({ when }) => (when && "fact" in when ? [when] : [])),
	);
	for (const when of conditions) {
		const known = masked.get(when.fact) ?? { field: when.fact, lists: [] };
		if (!known.lists.some((list) => sameList(list, when.in))) known.lists.push(when.in);
		masked.set(when.fact, known);
	}
	return masked;
}

/** Which bit a list of codes sets. */
export function bitOf({ lists }: MaskedField, codes: readonly string[]): number {
	return 1 << lists.findIndex((list) => sameList(list, codes));
}

function sameList(left: readonly string[], right: readonly string[]): boolean {
	return left.length === right.length && left.every((code) => right.includes(code));
}

/** The masks that answers to a question can leave, each with the fewest codes that leave it. */
export function answersByMask({ field, lists }: MaskedField): Map<number, string[]> {
	const { codes, most } = fields[field];
	const single = Object.keys(codes).map((code) => ({ codes: [code], mask: maskOf(lists, code) }));
	const byMask = new Map<number, string[]>();
	for (let chosen = single, count = 1; count <= most; count += 1) {
		const fresh = chosen.filter(({ mask }) => !byMask.has(mask));
		for (const one of fresh) if (!byMask.has(one.mask)) byMask.set(one.mask, one.codes);
		chosen = fresh.flatMap((one) =>
			single.map((more) => ({
				codes: [...one.codes, ...more.codes],
				mask: one.mask | more.mask,
			})),
		);
	}
	return byMask;
}

function maskOf(lists: readonly string[][], code: string): number {
	return lists.reduce((mask, list, bit) => (list.includes(code) ? mask | (1 << bit) : mask), 0);
}

/** Whether the conditions of a protocol read any answer that was given elsewhere. */
export function readElsewhere(places: Places, field: FieldCode): boolean {
	return [...places.steps.values()].some(({ step }) =>
		step.outcomes.some(
			({ when }) =>
				when && "fact" in when && when.fact === field && !step.questions.includes(field),
		),
	);
}
