import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "./client.ts";
import { dayMs, dayOf, restoreColleague } from "./colleagues.ts";
import { deletedLabel } from "./deleted-accounts.ts";
import { sweepDormantAccounts } from "./dormant-accounts.ts";
import { structuresWithout } from "./empty-chairs.ts";
import { lookToday } from "./lived-days.ts";
import { linkProvider, providerKey } from "./provider-links.ts";
import { accounts, sessions, users } from "./schema/accounts.ts";
import { audit } from "./schema/audit.ts";
import { codeSecrets } from "./schema/factors.ts";
import { outbox } from "./schema/journal.ts";
import { members } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";
import { momentAt, monday, smallTerritory } from "./small-territory.ts";

/** Sweeps so many days later, after a week on which the server looked each day. */
function sweepAt(db: Db, days: number) {
	for (let ago = 7; ago >= 0; ago--) lookToday(db, monday + (days - ago) * dayMs);
	return sweepDormantAccounts(db, momentAt(monday + days * dayMs));
}

test("a clock that leapt closes no door: it is believed after a week", () => {
	const { db } = smallTerritory();
	everybodySeen(db, 0);
	const leap = monday + 2000 * dayMs;

	for (let day = 0; day < 7; day++) {
		lookToday(db, leap + day * dayMs);
		const swept = sweepDormantAccounts(db, momentAt(leap + day * dayMs));
		expect(swept).toEqual({ suspended: 0, deleted: 0 });
	}
});

test("ninety days unseen close every place of a person, once, and end their sessions", () => {
	const { db } = smallTerritory();
	everybodySeen(db, 200);
	seen(db, "crip-user", 0);
	signIn(db, "crip-user");

	expect(sweepAt(db, 89)).toEqual({ suspended: 0, deleted: 0 });
	expect(sweepAt(db, 90)).toEqual({ suspended: 1, deleted: 0 });
	expect(sweepAt(db, 91)).toEqual({ suspended: 0, deleted: 0 });
	expect(placeOf(db, "crip-member")).toMatchObject({ active: false, suspended: "dormant" });
	expect(db.select().from(sessions).all()).toEqual([]);
	expect(db.select().from(audit).all()).toMatchObject([
		{ act: "MEMBER_SUSPENDED", actor: "system", subject: "crip-member" },
	]);
});

test("who never came counts from the day of their account", () => {
	const { db } = smallTerritory();
	everybodySeen(db, 200);
	db.update(users).set({ seenDay: null }).where(eq(users.id, "crip-user")).run();

	expect(sweepAt(db, 89).suspended).toBe(0);
	expect(sweepAt(db, 90).suspended).toBe(1);
});

test("whoever a manager lets in again has ninety days more", () => {
	const { db } = smallTerritory();
	everybodySeen(db, 400);
	seen(db, "crip-user", 0);
	sweepAt(db, 90);
	const key = { structureId: "crip", memberId: "crip-member" };
	db.transaction((tx) => restoreColleague(tx, key, monday + 100 * dayMs));

	expect(sweepAt(db, 189).suspended).toBe(0);
	expect(sweepAt(db, 190).suspended).toBe(1);
});

test("when the last reception of a structure sleeps, the coordinator is told, once", () => {
	const { db, territoryId } = smallTerritory();
	everybodySeen(db, 400);
	seen(db, "crip-user", 0);
	coordinator(db, "crip-2-member");

	sweepAt(db, 90);
	sweepAt(db, 91);

	expect(structuresWithout(db, territoryId)).toContainEqual(
		expect.objectContaining({ structureId: "crip", right: "reception" }),
	);
	expect(db.select().from(outbox).all()).toMatchObject([
		{ structureId: "crip-2", kind: "waiting" },
	]);
});

test("while somebody else receives, nobody is told", () => {
	const { db } = smallTerritory();
	everybodySeen(db, 400);
	seen(db, "crip-user", 0);
	coordinator(db, "crip-2-member");
	db.insert(members)
		.values({
			id: "second",
			userId: "crip-3-user",
			structureId: "crip",
			label: "Deuxième",
			reception: true,
		})
		.run();

	sweepAt(db, 90);

	expect(db.select().from(outbox).all()).toEqual([]);
});

test("a year unseen leaves the ids that history needs, and nothing personal", () => {
	const { db } = smallTerritory();
	everybodySeen(db, 400);
	seen(db, "crip-user", 0);
	db.update(users)
		.set({ email: "secret.mark@exemple.invalid", name: "Secret Mark" })
		.where(eq(users.id, "crip-user"))
		.run();
	db.update(members).set({ label: "Secret Mark" }).where(eq(members.id, "crip-member")).run();
	const provider = providerKey("https://provider.example", "one");
	linkProvider(db, { userId: "crip-user", provider }, monday);
	db.insert(codeSecrets).values({ userId: "crip-user", secret: "s", createdAt: monday }).run();

	expect(sweepAt(db, 364).deleted).toBe(0);
	expect(sweepAt(db, 365).deleted).toBe(1);
	expect(sweepAt(db, 366).deleted).toBe(0);

	const rows = tablesOf(db).flatMap((name) => db.$client.prepare(`SELECT * FROM ${name}`).all());
	expect(JSON.stringify(rows)).not.toMatch(/secret.mark/i);
	expect(placeOf(db, "crip-member")).toMatchObject({
		label: deletedLabel,
		suspended: "deleted",
		reception: false,
	});
	expect(db.select().from(accounts).all()).toEqual([]);
});

test("every table that belongs to an account is emptied with it; places alone stay", () => {
	const { db } = smallTerritory();
	const belonging = tablesOf(db).filter((name) =>
		(db.$client.pragma(`foreign_key_list("${name}")`) as { table: string }[]).some(
			({ table }) => table === "user",
		),
	);

	expect(belonging.sort()).toEqual([
		"account",
		"backup_codes",
		"challenges",
		"code_secrets",
		"due_feeds",
		"letter_wishes",
		"letters",
		"members",
		"passkeys",
		"recoveries",
		"session",
	]);
});

test("the people of a demonstration never sleep", () => {
	const { db } = smallTerritory();
	db.update(territories).set({ demonstration: true }).run();

	expect(sweepAt(db, 1000)).toEqual({ suspended: 0, deleted: 0 });
});

function everybodySeen(db: Db, days: number): void {
	db.update(users)
		.set({ seenDay: dayOf(monday) + days })
		.run();
}

function seen(db: Db, userId: string, days: number): void {
	db.update(users)
		.set({ seenDay: dayOf(monday) + days })
		.where(eq(users.id, userId))
		.run();
}

function coordinator(db: Db, memberId: string): void {
	db.update(members).set({ duty: "coordinator" }).where(eq(members.id, memberId)).run();
}

function signIn(db: Db, userId: string): void {
	const at = new Date(monday);
	db.insert(sessions)
		.values({ id: "s", token: "t", userId, expiresAt: at, createdAt: at, updatedAt: at })
		.run();
}

function placeOf(db: Db, memberId: string) {
	return db.select().from(members).where(eq(members.id, memberId)).get();
}

function tablesOf(db: Db): string[] {
	const tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%'";
	return db.$client.prepare(`${tables} ESCAPE '\\'`).pluck().all() as string[];
}
