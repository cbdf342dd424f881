import type { Asked } from "#db/what-if.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { type Language, say, type Text } from "#protocols/language/text.ts";
import { leastSaid, rounded, sayable } from "#protocols/whatif/withhold.ts";

/** What a coordinator reads of a replayed draft: numbers of situations by step, no situation. */
export type WhatIfView = ReturnType<typeof presentWhatIf>;

/** What may be said of the tally, in the order of the draft; steps that only an older version had, last. */
export function presentWhatIf(
	{ read, total, tally, titleOf }: Asked & { titleOf(step: string): Text | undefined },
	{ draft, language, page, atOnce }: { draft: CompiledProtocol; language: Language } & Batch,
) {
	const order = [...draft.places.steps.keys()];
	const placeOf = (step: string) => (order.includes(step) ? order.indexOf(step) : order.length);
	const more = page * atOnce < total;
	// Of a full batch a reader knows how many it holds.
	const rows = sayable(tally, { read, known: read === atOnce })
		.sort((one, other) => placeOf(one.step) - placeOf(other.step))
		.map(({ step, ...counts }) => ({
			step,
			title: say(
				draft.places.steps.get(step)?.step.title ?? titleOf(step) ?? { fr: step },
				language,
			),
			...counts,
		}));
	return { read: rounded(read), total: rounded(total), rows, page, more, least: leastSaid };
}

type Batch = { page: number; atOnce: number };
