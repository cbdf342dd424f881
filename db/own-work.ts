import type { Scope } from "./access.ts";
import type { Db } from "./client.ts";
import type { HandoffList } from "./handoff-lists.ts";
import { handoffWork } from "./work-list.ts";
import { stepWork, unboundWork } from "./work-steps.ts";

/** What waits for a structure, by the lists of its day that somebody has to do something about. */
export const workLists = [
	"acknowledge",
	"study",
	"precisions",
	"steps",
	"unbound",
	"returns",
	"external",
	"underway",
	"outcomes",
] as const;
export type WorkList = (typeof workLists)[number];

/** Something that waits: in which list, and until when; nothing that tells what it is. */
export type Work = { list: WorkList; dueAt: number | null };

/** Most rows of a list that are counted: a structure with more has other worries than a figure. */
const most = 1000;

/** Everything that waits for a structure, without a word of what it is; what is paused waits for nobody. */
export function workOf(db: Db, scope: Scope): Work[] {
	return workLists.flatMap((list) =>
		rowsOf(db, scope, list, most)
			.filter(({ paused }) => !paused)
			.map(({ dueAt }) => ({ list, dueAt })),
	);
}

/** Whether there is anything at all in the lists of a structure, paused or not. */
export function hasWork(db: Db, scope: Scope): boolean {
	return workLists.some((list) => rowsOf(db, scope, list, 1).length > 0);
}

type Row = { dueAt: number | null; paused?: boolean };

function rowsOf(db: Db, scope: Scope, list: WorkList, limit: number): Row[] {
	switch (list) {
		case "steps":
			return stepWork(db, scope, { limit }).rows;
		case "unbound":
			return unboundWork(db, scope, { limit }).rows;
		default: {
			const handoffs: HandoffList = list;
			return handoffWork(db, scope, handoffs, { limit }).rows;
		}
	}
}
