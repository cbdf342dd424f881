import type { Act } from "#protocols/catalogue/scenario.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { PartRef } from "#protocols/editing/part-ref.ts";
import type { DocumentPath } from "#protocols/language/places.ts";
import type { Text } from "#protocols/language/text.ts";
import type { MilestoneBudget } from "./delay-budget.ts";
import type { FindingCode, Sentence, Severity } from "./finding.ts";
import type { Analysis } from "./model/analysis.ts";
import type { Tread } from "./model/explore.ts";

/** What is known of the territory that would use the protocol. */
export type TerritoryFacts = {
	/** The active structures that hold a role, with the ISO weekdays on which each is open. */
	structuresHolding(role: string): { id: string; name: string; openOn: readonly number[] }[];
	/** Whether a text seems to name or to describe a person. */
	seemsToName?(text: Text): boolean;
};

/** Everything that a rule may look at. */
export type Checking = {
	compiled: CompiledProtocol;
	analysis: Analysis;
	budget: MilestoneBudget[];
	territory: TerritoryFacts | undefined;
};

/** What a rule found, before it is told. */
export type Found = {
	part: PartRef;
	path: DocumentPath;
	sentence: Sentence;
	advice: Sentence;
	/** Where one rule knows faults of two weights. */
	severity?: Severity;
	/** The acts of the machine that lead there, from the opening. */
	way?: Tread[];
	/** What people do after that. */
	afterwards?: Act[];
};

/** One thing that may be wrong with a protocol. The file of a rule carries its code as a name. */
export type Rule = {
	code: FindingCode;
	severity: Severity;
	find(checking: Checking): Found[];
};
