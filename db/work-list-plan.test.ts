import { expect, test } from "vitest";
import { type HandoffList, handoffLists } from "./handoff-lists.ts";
import { beginStory, type SmallStory } from "./small-story.ts";
import { handoffWork } from "./work-list.ts";
import { stepWork, unboundWork } from "./work-steps.ts";

const cut = { limit: 20 };

test("lists are found through their indexes, by whose turn it is, never by reading whole tables", () => {
	const { db } = beginStory();

	const plan = plansOf(db).join("\n");

	expect(plan).toContain("handoffs_recipient (recipient_id=? AND awaited=?)");
	expect(plan).toContain("handoffs_sender (sender_id=? AND awaited=?)");
	expect(plan).toContain("open_steps_structure (structure_id=?)");
	expect(plan).toContain("holders_structure (structure_id=?)");
	expect(plan).not.toMatch(/handoffs_(recipient|sender) \((recipient|sender)_id=\?\)/);
	expect(plan).not.toMatch(/SCAN (handoffs|open_steps|holders|situations|participations)/);
});

/** How SQLite reads the lists of a structure. */
function plansOf(db: SmallStory["db"]): string[] {
	const seen: string[] = [];
	const prepare = db.$client.prepare.bind(db.$client);
	db.$client.prepare = ((source: string) => {
		seen.push(source);
		return prepare(source);
	}) as typeof prepare;
	const scope = { territoryId: "small", structureId: "crip" };
	for (const list of Object.keys(handoffLists) as HandoffList[]) handoffWork(db, scope, list, cut);
	stepWork(db, scope, cut);
	unboundWork(db, scope, cut);
	return seen.flatMap((source) => {
		const values = (source.match(/\?/g) ?? []).map(() => 1);
		const rows = prepare(`EXPLAIN QUERY PLAN ${source}`).all(...values);
		return rows.map((row) => String((row as { detail: string }).detail));
	});
}
