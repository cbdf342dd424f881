import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { weekOf } from "#protocols/calendar/iso-week.ts";
import type { Db } from "./client.ts";
import {
	forgetIncidents,
	openIncident,
	openIncidents,
	resolveIncident,
	settleTimers,
	stuckIn,
	stuckLetter,
	stuckTimer,
	takeIncident,
} from "./incidents.ts";
import { purgeSituation } from "./purge.ts";
import { incidents } from "./schema/incidents.ts";
import { timers } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";
import { sentToCrip, tellInStore } from "./small-casework.ts";
import { monday, smallTerritory } from "./small-territory.ts";

const hourMs = 3_600_000;
const letter = { ...stuckLetter(7), reason: "letter-failed", at: monday } as const;

test("one thing that is stuck is one incident, however often it is met", () => {
	const { db } = smallTerritory();

	const first = openIncident(db, letter);
	const again = openIncident(db, { ...letter, reason: "letter-refused", at: monday + hourMs });
	const other = openIncident(db, { ...letter, ...stuckLetter(8) });

	expect([first, again, other]).toEqual(["opened", "known", "opened"]);
	expect(openIncidents(db)).toMatchObject([
		{ reason: "letter-refused", openedAt: monday, latestAt: monday + hourMs, times: 2 },
		{ reason: "letter-failed", times: 1 },
	]);
});

test("what was resolved and fails again is another incident", () => {
	const { db } = smallTerritory();
	openIncident(db, letter);

	const resolved = resolveIncident(db, letter, { resolution: "tried-again", at: monday });
	const twice = resolveIncident(db, letter, { resolution: "tried-again", at: monday });
	const reopened = openIncident(db, { ...letter, at: monday + hourMs });

	expect([resolved, twice, reopened]).toEqual([true, false, "opened"]);
	expect(openIncidents(db)).toMatchObject([{ id: 2, times: 1 }]);
});

test("an incident is taken by somebody, and shows what it is about to nobody but its retry", () => {
	const { db } = smallTerritory();
	openIncident(db, letter);

	const taken = takeIncident(db, 1, "lead-member");

	expect(taken).toBe(true);
	expect(openIncidents(db)).toEqual([
		{
			id: 1,
			source: "outbox",
			reason: "letter-failed",
			openedAt: monday,
			latestAt: monday,
			times: 1,
			ownerId: "lead-member",
			ownerLabel: "lead",
			resolution: null,
			resolvedAt: null,
		},
	]);
	expect(stuckIn(db, 1)).toMatchObject(stuckLetter(7));
	expect(takeIncident(db, 2, "lead-member")).toBe(false);
});

test("every clock that there is can be stuck, and nothing else fits in its place", () => {
	const { db } = withSituation();
	const clocks = db.select().from(timers).all();

	const opened = clocks.map(({ situationPk, clock }) =>
		openIncident(db, { ...stuckTimer(situationPk, clock), reason: "clock-failed", at: monday }),
	);

	expect(opened.length).toBeGreaterThan(0);
	expect(new Set(opened)).toEqual(new Set(["opened"]));
	expect(openIncident(db, { ...letter, key: "Léa Martin" })).toBe("not-kept");
});

test("clocks that a whole sweep found well again are settled, with no instant finer than a week", () => {
	const { db } = withSituation();
	const clocks = ["step:well", "step:stuck"].map((clock) => stuckTimer(1, clock));
	for (const clock of clocks) openIncident(db, { ...clock, reason: "clock-failed", at: monday });
	openIncident(db, letter);

	settleTimers(db, clocks.slice(1), monday + hourMs);

	const ended = db.select().from(incidents).where(eq(incidents.resolution, "went-through")).all();
	const week = weekOf(monday);
	expect(ended).toMatchObject([
		{ key: "timer:1:step:well", openedAt: week, latestAt: week, resolvedAt: week },
	]);
	expect(openIncidents(db)).toMatchObject([{ source: "timer" }, { source: "outbox" }]);
});

test("a store that cannot be written keeps no incident, and stops nobody", () => {
	const { db } = smallTerritory();
	db.$client.pragma("query_only = ON");

	expect(openIncident(db, letter)).toBe("not-kept");
});

test("an incident about a clock is forgotten with its situation", () => {
	const { db } = withSituation();
	openIncident(db, { ...stuckTimer(1, "step:x"), reason: "clock-failed", at: monday });
	db.update(situations).set({ status: "closed" }).run();

	purgeSituation(db, 1, monday);

	expect(db.select().from(incidents).all()).toEqual([]);
});

test("what ended three months ago is forgotten; what is open stays", () => {
	const { db } = smallTerritory();
	openIncident(db, letter);
	openIncident(db, { ...letter, ...stuckLetter(8) });
	resolveIncident(db, { id: 1 }, { resolution: "nothing-left", at: monday });

	forgetIncidents(db, monday + 91 * 24 * hourMs);

	expect(db.select({ id: incidents.id }).from(incidents).all()).toEqual([{ id: 2 }]);
});

function withSituation(): { db: Db } {
	const territory = smallTerritory();
	tellInStore(territory, sentToCrip);
	return territory;
}
