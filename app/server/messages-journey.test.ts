import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertAccount } from "#db/accounts.ts";
import { migrate, openDb } from "#db/client.ts";
import { structureWishes } from "#db/letter-readers.ts";
import { wishesOf } from "#db/letter-wishes.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/journal.ts";
import { members } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { settleSmallTerritory } from "#db/small-territory.ts";
import { sendLetters } from "./letters.server.ts";
import { testServices } from "./services.for-tests.ts";
import { enterAs, says } from "./visits.for-tests.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/* Letters as people meet them, over HTTP, without JavaScript. */

const db = openDb(":memory:");
/** A Monday to come, at ten in Paris: sessions also end by the clock of the machine. */
const september = Date.UTC(2027, 8, 6, 8);
let now = september;
const services = testServices({
	variables: { RELAIS_DEMO: "1" },
	given: { db, clock: { now: () => now } },
});
let app: WholeApp;

beforeAll(async () => {
	migrate(db);
	const territory = settleSmallTerritory(db);
	db.update(territories).set({ demonstration: true }).run();
	db.update(members).set({ manager: true }).where(eq(members.id, "crip-member")).run();
	insertAccount(db, { id: "admin", email: "admin@exemple.invalid", name: "Admin", at: september });
	db.insert(members)
		.values({
			id: "admin-member",
			userId: "admin",
			structureId: "lead",
			label: "Administratrice A",
			duty: "administrator",
		})
		.run();
	now = tellInStore(territory, sentToCrip, { startsAt: september }).now;
	db.delete(outbox).run();
	app = await wholeApp(services);
}, 120_000);

afterAll(() => app.close());

test("a person chooses their notices, and urgent ones are no choice", async () => {
	const cookie = await enterAs(app, "crip-member");

	const page = await get("/account/messages", cookie);
	const kept = await post("/account/messages", cookie, "notices=afternoon&language=en");
	const none = await post("/account/messages", cookie, "language=fr");

	expect(says(page, "Personne ne peut s'en passer")).toBe(true);
	expect(page.body).not.toMatch(/value="urgent"/);
	expect([kept.status, kept.headers.location]).toEqual([303, "/account/messages?saved"]);
	expect(none.status).toBe(303);
	expect(wishesOf(db, "crip-user")).toEqual({
		language: "fr",
		morning: false,
		afternoon: false,
		weekly: false,
	});
	expect((await post("/account/messages", cookie, "notices=urgent&language=fr")).status).toBe(400);
	const unsaid = await post("/account/messages", cookie, "notices=morning");
	expect(unsaid.status).toBe(422);
	expect(says(unsaid, "Choisissez la langue des avis.")).toBe(true);
});

test("only who answers for a structure decides about its letters, with a line in the trail", async () => {
	const manager = await enterAs(app, "crip-member");
	const other = await enterAs(app, "spotter-member");
	const wish = "urgentTo=reception&mailbox=Accueil@exemple.invalid&mailboxNotices=yes&language=fr";

	const saved = await post("/structure/messages", manager, wish);

	expect(saved.headers.location).toBe("/structure/messages?saved");
	expect(structureWishes(db, "crip")).toMatchObject({
		urgentTo: "reception",
		mailbox: "accueil@exemple.invalid",
		mailboxNotices: true,
	});
	expect(actsSoFar().at(-1)).toBe("LETTERS_CHANGED");
	expect((await get("/structure/messages", other)).status).toBe(404);
	expect((await post("/structure/messages", other, wish)).status).toBe(404);
});

test.each([
	["urgentTo=everyone&mailbox=accueil&language=fr", "Cette adresse n'est pas complète."],
	[`urgentTo=everyone&mailbox=${"a".repeat(250)}@b.fr&language=fr`, "trop longue"],
	["urgentTo=everyone&mailbox=&mailboxNotices=yes&language=fr", "Écrivez l'adresse de la boîte"],
	["mailbox=&language=fr", "Choisissez à qui vont les avis urgents."],
])("what is wrong with “%s” is said, and nothing changes", async (body, words) => {
	const manager = await enterAs(app, "crip-member");
	const before = structureWishes(db, "crip");

	const answer = await post("/structure/messages", manager, body);

	expect(answer.status).toBe(422);
	expect(says(answer, words)).toBe(true);
	expect(structureWishes(db, "crip")).toEqual(before);
});

test("the address of due dates is shown once, opens without signing in, and is withdrawn at once", async () => {
	const cookie = await enterAs(app, "crip-member");

	const made = await post("/account/feed", cookie, "change=make");
	const path = /\/feeds\/[\w-]{22}/.exec(made.body)?.[0] ?? "";
	const again = await get("/account/feed", cookie);
	const opened = await app.ask({ path });
	await post("/account/feed", cookie, "change=withdraw");
	const withdrawn = await app.ask({ path });
	const unknown = await app.ask({ path: `/feeds/${"A".repeat(22)}` });

	expect(made.status).toBe(200);
	expect(again.body).not.toContain(path);
	expect(opened.headers["content-type"]).toBe("text/calendar; charset=utf-8");
	expect(opened.headers["cache-control"]).toBe("no-store");
	expect(opened.body).toContain("BEGIN:VEVENT");
	expect(withdrawn.status).toBe(404);
	expect(withdrawn.body).toBe(unknown.body);
	expect({ ...withdrawn.headers, ...perAnswer }).toEqual({ ...unknown.headers, ...perAnswer });
	expect(actsSoFar().slice(-2)).toEqual(["FEED_MADE", "FEED_WITHDRAWN"]);
});

test("the figures of the week are those of one's own structure", async () => {
	const recipient = await get("/week", await enterAs(app, "crip-member"));
	const other = await get("/week", await enterAs(app, "lead-member"));

	expect(says(recipient, "À accuser réception")).toBe(true);
	expect(says(other, "Rien ne vous attend")).toBe(true);
});

test("an administrator sees what would be sent, and nobody else does", async () => {
	db.insert(outbox).values({ structureId: "crip", kind: "urgent", at: now }).run();
	await sendLetters(services);

	const page = await get("/outbox", await enterAs(app, "admin-member"));
	const refused = await get("/outbox", await enterAs(app, "crip-member"));

	expect(page.status).toBe(200);
	expect(says(page, "Montré, non envoyé")).toBe(true);
	expect(says(page, "quelque chose vous attend")).toBe(true);
	expect(page.body).not.toContain("@exemple.invalid");
	expect(refused.status).toBe(404);
});

const perAnswer = { date: "", "content-security-policy": "" };

function actsSoFar(): string[] {
	return db
		.select({ act: audit.act })
		.from(audit)
		.orderBy(audit.sequence)
		.all()
		.map(({ act }) => act)
		.filter((act) => !/READ|SIGN|SESSION/.test(act));
}

function get(path: string, cookie: string): Promise<Answered> {
	return app.ask({ path, cookie });
}

function post(path: string, cookie: string, body: string): Promise<Answered> {
	return app.ask({ method: "POST", path, cookie, form: [...new URLSearchParams(body)] });
}
