import type { ChangeKind, PartDifference } from "./difference.ts";

/** The stations of a drawing that are otherwise than in the other version, by the id of the step. */
export type Marks = Readonly<Record<string, ChangeKind>>;

/** What a difference marks: on the drawing of the later version, and what is gone on the earlier one. */
export function marksOf(parts: readonly PartDifference[]): { before: Marks; after: Marks } {
	const steps = parts.flatMap(({ ref, change }) =>
		ref.kind === "step" ? [[ref.id, change] as const] : [],
	);
	return {
		before: Object.fromEntries(steps.filter(([, change]) => change !== "added")),
		after: Object.fromEntries(steps.filter(([, change]) => change !== "removed")),
	};
}
