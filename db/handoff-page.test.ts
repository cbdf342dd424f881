import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { weekOf } from "#protocols/calendar/iso-week.ts";
import { exampleScenarios } from "#protocols/catalogue/example/scenarios.ts";
import { handoffByHandle } from "./access.ts";
import { hasSlip } from "./handoff-choices.ts";
import { handoffPage } from "./handoff-page.ts";
import {
	accepted,
	act,
	actingFor,
	coordinator,
	handedOff,
	heard,
	openedBy,
} from "./handoff-stage.for-tests.ts";
import { handoffs } from "./schema/handoffs.ts";
import { structures } from "./schema/structures.ts";
import { tellInStore } from "./small-casework.ts";
import { monday, smallTerritory } from "./small-territory.ts";

const sender = actingFor("spotter");
const recipient = actingFor("crip");

test("before it accepts, the recipient reads the answers but has no way to the situation", () => {
	const territory = handedOff();

	const page = pageOf(territory, recipient);

	expect(page.situation).toBeNull();
	expect(page.shared).toMatchObject({
		ageBand: "A15_17",
		answers: { formal_route: "IP" },
		information: "GIVEN_DISAGREES",
	});
	expect(page.holder).toBe("sender");
	expect(page.acts).toContain("ACKNOWLEDGE");
});

test("once it has accepted, the recipient holds the part and may open the situation", () => {
	const territory = accepted();

	const page = pageOf(territory, recipient);

	expect(page.holder).toBe("recipient");
	expect(page.situation).toMatch(/^[A-Za-z0-9_-]{22}$/);
	expect(page.referent).toBe("crip");
});

test("no side reads the other's address, alias or situation key", () => {
	const territory = handedOff();

	const [mine, theirs] = [pageOf(territory, sender), pageOf(territory, recipient)];

	expect(JSON.stringify(mine)).not.toContain(territory.row.recipientHandle);
	expect(JSON.stringify(theirs)).not.toContain(territory.row.senderHandle);
	expect(mine.alias).not.toBe(theirs.alias);
	expect(JSON.stringify([mine, theirs])).not.toMatch(/situationPk|structureId/);
});

test("a coordinator reads who did what and why it was declined, and no answer", () => {
	const territory = handedOff();
	act(territory, { act: "ACKNOWLEDGE", acting: recipient, ...heard });
	act(territory, { act: "ASK_INFO", acting: recipient, codes: { missing: ["CONCERN_LEVEL"] } });
	act(territory, { act: "DECLINE", acting: recipient, codes: { declineReason: "CAPACITY" } });

	const page = pageOf(territory, coordinator);

	expect(page).toMatchObject({ alias: null, situation: null, shared: null });
	expect(page.life.map(({ what }) => what)).toEqual(["SEND", "ACKNOWLEDGE", "ASK_INFO", "DECLINE"]);
	expect(page.life.at(-1)?.codes).toEqual({ declineReason: "CAPACITY" });
	expect(JSON.stringify(page)).not.toMatch(/"IP"|GIVEN_DISAGREES|A15_17|CONCERN_LEVEL|"PHONE"/);
	expect(page.acts).toContain("REROUTE");
});

test("a draft is its author's alone", () => {
	const territory = handedOff(false);
	const { db, territoryId, row } = territory;
	const open = (structureId: string, handle: string, coordinates: boolean) =>
		handoffByHandle(db, { territoryId, structureId }, handle, coordinates);

	expect(pageOf(territory, sender).state).toBe("draft");
	expect(open("crip", row.recipientHandle, false)).toBeUndefined();
	expect(open("care-2", row.senderHandle, true)).toBeUndefined();
	expect(hasSlip(db, openedBy(territory, sender))).toBe(false);
});

test("a protected structure is its role until both work on the situation", () => {
	const before = handedOff();
	const after = accepted();
	for (const { db } of [before, after]) {
		db.update(structures).set({ sensitive: true }).where(eq(structures.id, "spotter")).run();
	}

	const [asked, working] = [pageOf(before, recipient), pageOf(after, recipient)];

	expect(asked.from).toMatchObject({ name: null, role: { fr: "Professionnel qui repère" } });
	expect(asked.life[0]?.by).toMatchObject({ name: null });
	expect(working.from.name).toBe("spotter");
});

test("the clock says whose turn it is", () => {
	const territory = handedOff();

	const page = pageOf(territory, sender);

	expect(page.turn).toMatchObject({ side: "recipient", clock: { unit: "working-hours" } });
	expect(page.delay).toBe("onTime");
});

test("once the situation is closed, its moments are weeks", () => {
	const territory = smallTerritory();
	const closing = exampleScenarios.find(({ ends }) => ends.closed);
	tellInStore(territory, closing?.acts ?? []);
	const [row] = territory.db.select().from(handoffs).all();
	if (!row) throw new Error("A handoff was sent.");

	const page = pageOf({ ...territory, row }, sender);

	const told = page.life.flatMap(({ at, until }) => (until === undefined ? [at] : [at, until]));
	expect(page.closed).toBe(true);
	expect(told.length).toBeGreaterThan(4);
	expect([...told, page.acceptedAt ?? 0]).toEqual([...told, page.acceptedAt ?? 0].map(weekOf));
});

function pageOf(territory: ReturnType<typeof handedOff>, acting: typeof sender) {
	const scope = { territoryId: territory.territoryId, structureId: acting.structure };
	return handoffPage(territory.db, scope, openedBy(territory, acting), { acting, now: monday });
}
