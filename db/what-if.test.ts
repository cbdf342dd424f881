import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { compiledFrom } from "#protocols/casework/edited.for-tests.ts";
import { changedExample, exampleAt } from "#protocols/language/changed-example.ts";
import { dayMs } from "#protocols/retention/due-act.ts";
import { sayable } from "#protocols/whatif/withhold.ts";
import { brokenTrailEntry } from "./audit.ts";
import { audit } from "./schema/audit.ts";
import { territories } from "./schema/territories.ts";
import { accompanied, sentToCrip, tellInStore } from "./small-casework.ts";
import { momentAt, monday, smallTerritory } from "./small-territory.ts";
import { whatIf } from "./what-if.ts";
import type { Cut } from "./work-list.ts";

const shorter = compiledFrom(
	changedExample({
		at: [...exampleAt.receiveSign, "delay"],
		becomes: { n: 1, unit: "clock-hours", basis: "proposal" },
	}),
);
const withoutRisk = compiledFrom(changedExample({ at: [...exampleAt.receiveSign, "outcomes", 1] }));

test("a territory's situations are counted by step, and one entry of the trail says that it was asked", () => {
	const territory = pastTerritory(14);

	const { read, total, tally } = ask(territory, withoutRisk);

	expect([read, total]).toEqual([14, 14]);
	expect(Object.fromEntries(tally)).toEqual({
		"receive-sign": { unaffected: 0, late: 0, elsewhere: 0, stuck: 14 },
	});
	const kept = territory.db.select().from(audit).where(eq(audit.act, "WHAT_IF")).all();
	expect(kept.map(({ subject, situationPk, actor }) => [subject, situationPk, actor])).toEqual([
		["draft-1", null, "crip-member"],
	]);
	expect(territory.db.select().from(audit).where(eq(audit.act, "READ_SITUATION")).all()).toEqual(
		[],
	);
	expect(brokenTrailEntry(territory.db)).toBeUndefined();
});

test("the rule of small numbers withholds what few situations met", () => {
	const { read, tally } = ask(pastTerritory(14), shorter);

	const said = Object.fromEntries(
		sayable(tally, { read, known: false }).map(({ step, ...cells }) => [step, cells]),
	);

	expect(said["receive-sign"]).toEqual({
		unaffected: 15,
		late: null,
		elsewhere: null,
		stuck: null,
	});
	expect(said["first-analysis"]).toEqual({
		unaffected: null,
		late: null,
		elsewhere: null,
		stuck: null,
	});
});

test("so many are read at once, in a fixed order, and never those of another protocol or territory", () => {
	const territory = pastTerritory(14);

	expect(ask(territory, shorter, { limit: 10 }).read).toBe(10);
	expect(ask(territory, shorter, { limit: 10, offset: 10 }).read).toBe(4);
	const other = compiledFrom(changedExample({ at: ["id"], becomes: "another" }));
	expect(ask(territory, other)).toMatchObject({ read: 0, total: 0 });
	territory.db.insert(territories).values({ id: "elsewhere", name: "Ailleurs" }).run();
	expect(ask({ ...territory, territoryId: "elsewhere" }, shorter)).toMatchObject({ total: 0 });
});

type Territory = ReturnType<typeof pastTerritory>;

function pastTerritory(situations: number) {
	const territory = smallTerritory();
	for (let seed = 1; seed <= situations; seed += 1) {
		tellInStore(territory, seed % 7 === 0 ? accompanied : sentToCrip, { seed });
	}
	return territory;
}

function ask(
	{ db, territoryId }: Pick<Territory, "db" | "territoryId">,
	draft: typeof shorter,
	cut: Cut = { limit: 100 },
) {
	const asked = {
		territoryId,
		structureId: "crip",
		actor: "crip-member",
		draftId: "draft-1",
		draft,
	};
	const reading = whatIf(db, asked, momentAt(monday + 2 * dayMs), cut);
	for (;;) {
		const { done, value } = reading.next();
		if (done) return value;
	}
}
