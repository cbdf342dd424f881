import { expect, test } from "vitest";
import { missingRoles, stuckHandoffs } from "./arbitration-list.ts";
import type { HandoffList } from "./handoff-lists.ts";
import { structureRoles } from "./schema/structures.ts";
import {
	actingFor,
	beginStory,
	onlyHandoff,
	play,
	playToAnalysis,
	playToHandoff,
	playToSupport,
	scopeOf,
} from "./small-story.ts";
import { handoffWork } from "./work-list.ts";
import { stepWork, unboundWork } from "./work-steps.ts";

const cut = { limit: 20 };

test("an open step waits for the structure that carries it, and for no other", () => {
	const story = beginStory();

	const own = stepWork(story.db, scopeOf(story, "spotter"), cut);
	const other = stepWork(story.db, scopeOf(story, "spotter-2"), cut);

	expect(own.rows).toMatchObject([{ stepId: "receive-sign", unit: "working-days", paused: false }]);
	expect(own.rows[0]?.alias).toMatch(/^\p{Lu}.* – \p{Lu}/u);
	expect(other.rows).toEqual([]);
});

test("a step whose handoff goes on is listed with the recipient, not with the sender's steps", () => {
	const story = beginStory();
	playToHandoff(story);

	expect(stepWork(story.db, scopeOf(story, "spotter"), cut).rows).toEqual([]);
	expect(listsOf(story, "crip")).toEqual({ acknowledge: 1 });
	expect(listsOf(story, "spotter")).toEqual({});
	expect(listsOf(story, "crip-2")).toEqual({});
});

test("what was accepted goes on as under way, and its step waits for the recipient", () => {
	const story = beginStory();
	playToAnalysis(story);

	expect(listsOf(story, "crip")).toEqual({ underway: 1 });
	expect(stepWork(story.db, scopeOf(story, "crip"), cut).rows).toMatchObject([
		{ stepId: "first-analysis" },
	]);
});

test("a refusal comes back to its sender, and to who arbitrates, by structures' names only", () => {
	const story = beginStory();
	playToHandoff(story);
	decline(story);

	const stuck = stuckHandoffs(story.db, scopeOf(story, "lead"), cut);

	expect(listsOf(story, "spotter")).toEqual({ returns: 1 });
	expect(listsOf(story, "crip")).toEqual({});
	expect(stuck.rows).toMatchObject([{ from: "spotter", to: "crip", state: "declined" }]);
	expect(JSON.stringify(stuck)).not.toMatch(/L2_RISK|CAPACITY|"IP"/);
});

test("a step that nobody carries is chosen for by who holds its part", () => {
	const story = beginStory();
	playToSupport(story);

	const holder = unboundWork(story.db, scopeOf(story, "crip"), cut);

	expect(holder.rows.map(({ stepId }) => stepId).sort()).toEqual(["ask-care", "first-contact"]);
	expect(holder.rows[0]?.role.fr).toBeTruthy();
	expect(unboundWork(story.db, scopeOf(story, "spotter"), cut).rows).toEqual([]);
});

test("a role that no active structure holds is told to the coordination", () => {
	const story = beginStory();
	playToSupport(story);
	expect(missingRoles(story.db, scopeOf(story, "crip"))).toEqual([]);

	story.db.delete(structureRoles).run();

	expect(missingRoles(story.db, scopeOf(story, "crip"))).toMatchObject([{ steps: 2 }]);
});

test("a territory never lists the rows of another", () => {
	const story = beginStory();
	playToHandoff(story);
	const elsewhere = { territoryId: "elsewhere", structureId: "crip" };

	expect(handoffWork(story.db, elsewhere, "acknowledge", cut).rows).toEqual([]);
	expect(stepWork(story.db, { ...elsewhere, structureId: "spotter" }, cut).rows).toEqual([]);
	expect(stuckHandoffs(story.db, elsewhere, cut).rows).toEqual([]);
});

test("a list is cut where the page ends, and says that there is more", () => {
	const story = beginStory();
	playToSupport(story);
	const scope = scopeOf(story, "crip");

	const first = unboundWork(story.db, scope, { limit: 1 });
	const second = unboundWork(story.db, scope, { limit: 1, offset: 1 });

	expect([first.rows.length, first.more]).toEqual([1, true]);
	expect([second.rows.length, second.more]).toEqual([1, false]);
	expect(second.rows[0]?.stepId).not.toBe(first.rows[0]?.stepId);
});

type Story = ReturnType<typeof beginStory>;

const lists: HandoffList[] = [
	"acknowledge",
	"study",
	"precisions",
	"returns",
	"external",
	"underway",
	"outcomes",
	"drafts",
];

/** How many rows each list of a structure holds; lists that hold none are left out. */
function listsOf(story: Story, structureId: string): Partial<Record<HandoffList, number>> {
	const scope = scopeOf(story, structureId);
	const counts = lists.map((list) => [list, handoffWork(story.db, scope, list, cut).rows.length]);
	return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}

function decline(story: Story): void {
	play(story, {
		type: "act-on-handoff",
		acting: actingFor("crip"),
		handoff: onlyHandoff(story),
		act: "DECLINE",
		codes: { declineReason: "CAPACITY" },
	});
}
