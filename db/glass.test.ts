import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
	askGlass,
	decideGlass,
	glassAskedOf,
	glassLasts,
	glassOf,
	openGlass,
	spendGlass,
} from "./glass.ts";
import { handoffPage } from "./handoff-page.ts";
import { accepted, coordinator, handedOff, openedBy } from "./handoff-stage.for-tests.ts";
import { audit } from "./schema/audit.ts";
import { outbox } from "./schema/journal.ts";
import { momentAt, monday } from "./small-territory.ts";

const asking = { memberId: coordinator.actor, structureId: coordinator.structure };
const manager = { memberId: "crip-member", structureId: "crip" };
const minute = 60_000;

test("two people open a handoff that is stuck, for four hours", () => {
	const { db, handoffId } = stuck();

	expect(ask(0)).toBeUndefined();
	expect(openGlass(db, asking, at(1))).toEqual([]);
	const [asked] = glassAskedOf(db, "crip", at(1));
	expect(decide(asked?.id, 2)).toBeUndefined();

	expect(openGlass(db, asking, at(3))).toEqual([handoffId]);
	const last = at(2) + glassLasts.agreedMs - 1;
	expect(openGlass(db, asking, last)).toEqual([handoffId]);
	expect(openGlass(db, asking, last + 1)).toEqual([]);
	expect(openGlass(db, manager, at(3))).toEqual([]);

	function ask(minutes: number) {
		return askGlass(db, momentAt(at(minutes)), asking, { handoffId, reason: "REFERENT_ABSENT" });
	}

	function decide(id = "", minutes: number) {
		return decideGlass(db, momentAt(at(minutes)), manager, { id, agrees: true });
	}
});

test("whoever asks does not agree, nor does another structure, and a request lapses in a day", () => {
	const { db, handoffId } = stuck();
	const moment = momentAt(at(0));
	askGlass(db, moment, asking, { handoffId, reason: "STRUCTURE_CLOSED" });
	const id = glassAskedOf(db, "crip", at(1))[0]?.id ?? "";
	const sending = { ...manager, structureId: "spotter" };
	const itself = { ...asking, structureId: "crip" };

	expect(decideGlass(db, moment, itself, { id, agrees: true })).toBe("same-person");
	expect(decideGlass(db, moment, sending, { id, agrees: true })).toBe("not-asked");
	expect(askGlass(db, moment, asking, { handoffId, reason: "STRUCTURE_CLOSED" })).toBe(
		"already-asked",
	);
	const tomorrow = momentAt(at(0) + glassLasts.askedMs, 9);
	expect(glassOf(db, handoffId, tomorrow.now)).toBeUndefined();
	expect(decideGlass(db, tomorrow, manager, { id, agrees: true })).toBe("not-asked");
	expect(askGlass(db, tomorrow, asking, { handoffId, reason: "STRUCTURE_CLOSED" })).toBeUndefined();
});

test("a handoff that nobody carries needs no emergency access", () => {
	const { db, row } = handedOff();
	const asked = { handoffId: row.id, reason: "REFERENT_ABSENT" } as const;

	expect(askGlass(db, momentAt(at(0)), asking, asked)).toBe("not-stuck");
});

test("a refusal opens nothing, and may be asked anew", () => {
	const { db, handoffId } = stuck();
	askGlass(db, momentAt(at(0)), asking, { handoffId, reason: "RECEPTION_ABSENT" });
	const id = glassAskedOf(db, "crip", at(1))[0]?.id ?? "";

	decideGlass(db, momentAt(at(1)), manager, { id, agrees: false });

	expect(openGlass(db, asking, at(2))).toEqual([]);
	const again = { handoffId, reason: "RECEPTION_ABSENT" } as const;
	expect(askGlass(db, momentAt(at(2), 9), asking, again)).toBeUndefined();
});

test("each step is in the trail, both structures are told, and the coordinator reads no answer", () => {
	const { db, handoffId, territory } = stuck();
	const before = db.select().from(outbox).all().length;
	askGlass(db, momentAt(at(0)), asking, { handoffId, reason: "REFERENT_ABSENT" });
	const id = glassAskedOf(db, "crip", at(1))[0]?.id ?? "";
	decideGlass(db, momentAt(at(1)), manager, { id, agrees: true });
	const acting = { ...coordinator, glass: openGlass(db, asking, at(2)) };

	const scope = { territoryId: territory.territoryId, structureId: coordinator.structure };
	const page = handoffPage(db, scope, openedBy(territory, acting), { acting, now: at(2) });
	spendGlass(db, momentAt(at(3)), asking, handoffId);

	expect(page.acts).toContain("GIVE_BACK");
	expect([page.shared, page.alias, page.code]).toEqual([null, null, null]);
	const acts = db
		.select({ act: audit.act, actor: audit.actor })
		.from(audit)
		.where(eq(audit.handoffId, handoffId))
		.all();
	expect(acts).toEqual([
		{ act: "BREAK_GLASS_ASKED", actor: asking.memberId },
		{ act: "BREAK_GLASS_AGREED", actor: manager.memberId },
		{ act: "BREAK_GLASS_USED", actor: asking.memberId },
	]);
	const told = db.select().from(outbox).all().slice(before);
	expect(told.map(({ structureId }) => structureId)).toEqual([
		"crip",
		...["spotter", "crip"],
		...["spotter", "crip"],
	]);
	expect(openGlass(db, asking, at(4))).toEqual([]);
	expect(glassOf(db, handoffId, at(4))?.state).toBe("used");
});

function at(minutes: number): number {
	return monday + 10 * minute + minutes * minute;
}

function stuck() {
	const territory = accepted();
	return { territory, db: territory.db, handoffId: territory.row.id };
}
