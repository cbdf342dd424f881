import type { Places } from "#protocols/language/places.ts";
import type { FieldCode } from "#protocols/language/vocabulary/fields.ts";
import { answersByMask, type MaskedField, readElsewhere } from "./answer-masks.ts";
import { harmlessRounds } from "./harmless-rounds.ts";
import type { Process, Slot, Write } from "./model.ts";

/** Everything that some condition reads elsewhere than where it was said, or that counts rounds. */
export function slotsOf(places: Places, masked: ReadonlyMap<FieldCode, MaskedField>): Slot[] {
	const facts = [...masked.values()]
		.filter(({ field }) => readElsewhere(places, field))
		.map(({ field, lists }): Slot => ({ kind: "fact", field, lists }));
	const flags = new Set<string>();
	for (const { step } of places.steps.values()) {
		for (const { when } of step.outcomes) if (when && "reached" in when) flags.add(when.reached);
	}
	const carried = new Set(facts.flatMap((slot) => (slot.kind === "fact" ? [slot.field] : [])));
	const rounds = [...places.steps.values()].flatMap(({ step }): Slot[] =>
		step.rounds && !harmlessRounds(places, step, carried)
			? [{ kind: "rounds", step: step.id, most: step.rounds.most }]
			: [],
	);
	return [...facts, ...[...flags].map((step): Slot => ({ kind: "reached", step })), ...rounds];
}

/** How a slot is found by what it remembers: `fact:…`, `reached:…`, `rounds:…`. */
export function slotKey(slot: Slot): string {
	return `${slot.kind}:${slot.kind === "fact" ? slot.field : slot.step}`;
}

/** The age band is said when a situation opens, and sometimes where it was noticed. */
export function openingWrites(
	masked: ReadonlyMap<FieldCode, MaskedField>,
	slotOf: ReadonlyMap<string, number>,
): Write[] {
	return (["age_band", "source_type"] as const).flatMap((question) => {
		const slot = slotOf.get(`fact:${question}`);
		const field = masked.get(question);
		if (slot === undefined || !field) return [];
		const masks = [...answersByMask(field).keys()];
		return { slot, masks: question === "source_type" ? [...new Set([0, ...masks])] : masks };
	});
}

/** The regions that read or leave anything that is remembered. */
export function remembering(processes: Process[], slots: Slot[]): Set<number> {
	const counts = slots.some(({ kind }) => kind === "rounds");
	const touching = processes.filter(({ nodes }) =>
		nodes.some(
			({ edges, flag, counter }) =>
				flag !== undefined ||
				counter !== undefined ||
				edges.some(
					({ guards, writes, resets }) =>
						guards.length > 0 || writes.length > 0 || (counts && resets),
				),
		),
	);
	return new Set(touching.map(({ top }) => top));
}
