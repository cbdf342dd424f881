/** How large a run is: `tiny` proves that the bench still works, `full` is as large as the budget says. */
export type Size = "tiny" | "usual" | "full";

/**
 * What a budget says, and whether it holds. `answer`: both sides did the same thing, asked before
 * anything is timed. `ratio` and `count`: the budget itself. Never an absolute time.
 */
export type Claim = { kind: "answer" | "ratio" | "count"; what: string; holds: boolean };

/** What came of one budget: what was seen, in lines, and what is claimed. */
export type Outcome = { seen: string[]; claims: Claim[] };

/** One budget of the bench. */
export type Budget = {
	number: number;
	title: string;
	/** Why it may be missed: kept beside the figures when it is. */
	whenMissed?: string;
	run(size: Size): Promise<Outcome>;
};

/** Where each budget is measured. */
export const budgetFiles: Readonly<Record<number, string>> = {
	1: "./one-step.ts",
	2: "./recording.ts",
	3: "./my-day.ts",
	4: "./work-list.ts",
	5: "./checker.ts",
	6: "./sweep.ts",
	7: "./rebuild.ts",
	8: "./burst.ts",
	11: "./ten-years.ts",
};

/** Loads a budget: its file has it as `budget`. */
export async function budgetOf(number: number): Promise<Budget> {
	const file = budgetFiles[number];
	if (file === undefined) throw new RangeError(`There is no budget ${number} here.`);
	const { budget } = (await import(file)) as { budget: Budget };
	return budget;
}

/** Whether everything that was claimed holds. */
export function isMet({ claims }: Outcome): boolean {
	return claims.every(({ holds }) => holds);
}

/** The line of a claim, as it is printed and kept. */
export function claimLine({ what, holds }: Claim): string {
	return `${holds ? "ok" : "MISSED"}: ${what}`;
}
