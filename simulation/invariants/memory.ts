import type { Situation } from "#protocols/casework/situation.ts";

/** What is remembered of one situation beside the store. */
export type Remembered = {
	/** How many events were seen. */
	position: number;
	/** When the last one happened. */
	at: number;
	/** Which rungs each clock has struck since it began. */
	struck: Map<string, Set<string>>;
	/** The structures that acted in it, or were told to look. */
	told: Set<string>;
	territoryId: string;
	closed: { at: number } | undefined;
	/** Since the last look at the whole. */
	touched: boolean;
	/** Its rows are gone. */
	forgotten: boolean;
	/** As it was last told; undefined once it was forgotten. */
	situation: Situation | undefined;
};

/** What a simulation remembers of every situation, by its number. */
export type Memory = Map<number, Remembered>;

export function rememberedOf(memory: Memory, situationPk: number): Remembered {
	const known = memory.get(situationPk);
	if (known) return known;
	const fresh: Remembered = {
		...{ position: 0, at: 0, struck: new Map(), told: new Set() },
		...{
			territoryId: "",
			closed: undefined,
			touched: true,
			forgotten: false,
			situation: undefined,
		},
	};
	memory.set(situationPk, fresh);
	return fresh;
}
