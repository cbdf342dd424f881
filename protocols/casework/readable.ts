import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import {
	type Field,
	type FieldCode,
	fieldCodes,
	fields,
} from "#protocols/language/vocabulary/fields.ts";
import { isOnlyBeside } from "./participation.ts";
import { factsOf, placedEver, type Situation } from "./situation.ts";

/** Who reads: a structure, and whether through somebody who coordinates the territory. */
export type Reader = { structureId: string; coordinator: boolean };

/**
 * The fields of a situation that somebody may read. What can reveal health or sexual life is read
 * only by a structure that had a step to carry which asks for it; a coordinator reads only what
 * coordination needs.
 *
 * @param entered the steps that were entered so far
 */
export function readableFields(
	situation: Situation,
	{ structureId, coordinator }: Reader,
	entered: readonly string[],
): Set<FieldCode> {
	// What came along with a duplicate opens nobody's answers.
	if (isOnlyBeside(situation, structureId)) return new Set();
	const asked = askedOf(situation, structureId, entered);
	const readable = fieldCodes.filter((code) => {
		const { visibleTo, art9 }: Field = fields[code];
		const visible = visibleTo.includes(coordinator ? "coordinator" : "participants");
		return visible && (!art9 || asked.has(code));
	});
	return new Set(readable);
}

/** What the steps of a structure ask: those that it carries, and those that it answered. */
function askedOf(
	situation: Situation,
	structureId: string,
	entered: readonly string[],
): Set<FieldCode> {
	const { bindings, entries } = situation;
	const answered = entries.filter(({ by }) => by === structureId).map(({ step }) => step);
	const carried = entered.filter(
		(id) => bindings[placedEver(situation, id)?.step.role ?? ""] === structureId,
	);
	const steps = [...answered, ...carried].map((id) => placedEver(situation, id)?.step);
	return new Set(steps.flatMap((step) => step?.questions ?? []));
}

/** Some of the answers, in the order of the vocabulary. */
export function onlyFields(answers: Facts, readable: ReadonlySet<FieldCode>): Facts {
	const kept = fieldCodes.filter((code) => readable.has(code) && answers[code] !== undefined);
	return Object.fromEntries(kept.map((code) => [code, answers[code]]));
}

/** The latest answers that somebody may read. */
export function readableFacts(situation: Situation, readable: ReadonlySet<FieldCode>): Facts {
	return onlyFields(factsOf(situation), readable);
}
