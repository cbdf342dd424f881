import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, openDb } from "#db/client.ts";
import { handoffs } from "#db/schema/handoffs.ts";
import { members, structures } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { sentToCrip, type Told, tellInStore } from "#db/small-casework.ts";
import { settleCoordinator } from "#db/small-coordinator.ts";
import { monday, settleSmallTerritory } from "#db/small-territory.ts";
import { testServices } from "./services.for-tests.ts";
import { sweepAll } from "./timers-worker.server.ts";
import { enterAs, says } from "./visits.for-tests.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/*
 * What is late, as people meet it over HTTP on a clock that the test moves: a handoff that nobody
 * answers, at each rung, for its sender, its recipient, the coordinator and somebody else.
 */

const hourMs = 3_600_000;
/** A Monday in office hours that is always to come: sessions also end by the clock of the machine. */
const later = monday + 520 * 7 * 24 * hourMs;
const db = openDb(":memory:");
let now = later;
const services = testServices({
	variables: { RELAIS_DEMO: "1" },
	given: { db, clock: { now: () => now } },
});
let app: WholeApp;
let told: Told;

beforeAll(async () => {
	migrate(db);
	const territory = settleSmallTerritory(db);
	db.update(territories).set({ demonstration: true }).run();
	settleCoordinator(territory);
	db.update(structures).set({ phone: "01 99 00 12 34" }).where(eq(structures.id, "crip")).run();
	db.update(members).set({ manager: true }).where(eq(members.id, "crip-2-member")).run();
	told = tellInStore(territory, sentToCrip, { startsAt: later });
	now = told.now;
	app = await wholeApp(services);
}, 120_000);

afterAll(() => app.close());

test("before its delay has ended nothing is late, and the page says so in words", async () => {
	await live(3);
	const coordinator = await enterAs(app, "coordination-member");

	const page = await get("/territory/late", coordinator);

	expect(says(page, "Rien n'est en retard.")).toBe(true);
	expect(says(await get("/my-day", coordinator), "Un retard dans le territoire")).toBe(false);
	expect(says(await get("/territory/late/week", coordinator), "Rien ne reste signalé")).toBe(true);
});

test("at 100 % both sides and the coordinator see it, each with an address of their own", async () => {
	await live(4.1);
	const [sender, recipient] = [
		await enterAs(app, "spotter-member"),
		await enterAs(app, "crip-member"),
	];
	const coordinator = await enterAs(app, "coordination-member");

	const bySender = await get("/structure/late", sender);
	const byRecipient = await get("/structure/late", recipient);
	const byCoordinator = await get("/territory/late", coordinator);

	expect(says(await get("/my-day", sender), "Un retard concerne votre structure")).toBe(true);
	for (const page of [bySender, byRecipient, byCoordinator]) {
		expect(says(page, "Délai dépassé")).toBe(true);
		expect(says(page, "D'abord qui attend depuis le plus longtemps")).toBe(true);
	}
	expect(linksIn(bySender)).toEqual([row().senderHandle]);
	expect(linksIn(byRecipient)).toEqual([row().recipientHandle]);
	expect(linksIn(byCoordinator)).toEqual([row().senderHandle]);
	expect(says(byRecipient, "Attendu : votre structure")).toBe(true);
	expect(says(await handoffFor(sender), "La coordination est prévenue")).toBe(false);
});

test("at 150 % the coordinator reads whom to call, and neither alias nor answer", async () => {
	await live(6.1);
	const coordinator = await enterAs(app, "coordination-member");

	const list = await get("/territory/late", coordinator);
	const handoff = await handoffFor(coordinator);

	expect(says(list, "Signalé à la coordination")).toBe(true);
	expect(list.body).toContain("tel:0199001234");
	expect(says(handoff, "La coordination est prévenue")).toBe(true);
	expect(handoff.body).toContain("tel:0199001234");
	for (const { body } of [list, handoff]) expect(body).not.toMatch(/L2_RISK|MINOR_YES|" — "/);
	expect(aliases().some((alias) => list.body.includes(alias))).toBe(false);
});

test("at 200 % it stays escalated, and whoever declares room is offered first", async () => {
	const manager = await enterAs(app, "crip-2-member");
	const form = await get("/structure/availability", manager);
	const wrong = await post("/structure/availability", manager, { capacity: "plenty", second: "" });
	const foreign = await post("/structure/availability", manager, {
		...{ capacity: "open", second: "spotter-member" },
	});
	const saved = await post("/structure/availability", manager, {
		...{ capacity: "limited", second: "crip-2-member" },
	});
	await live(30);
	const sender = await enterAs(app, "spotter-member");
	const coordinator = await enterAs(app, "coordination-member");

	const handoff = await handoffFor(sender);
	const week = await get("/territory/late/week", coordinator);

	expect(says(form, "Disponibilité non déclarée")).toBe(true);
	expect([wrong.status, foreign.status, saved.status]).toEqual([422, 422, 303]);
	expect(says(foreign, "Choisissez une personne active de votre structure")).toBe(true);
	expect(says(handoff, "Deux fois le délai a passé")).toBe(true);
	expect(says(handoff, "places limitées (déclaré le")).toBe(true);
	expect(handoff.body.indexOf("crip-2")).toBeLessThan(handoff.body.indexOf("crip-3"));
	expect(says(week, "Rien d'inscrit")).toBe(true);
	expect(linksIn(week)).toEqual([row().senderHandle]);
});

test("a filter is a plain address; what it cannot read it leaves out", async () => {
	const coordinator = await enterAs(app, "coordination-member");
	const found = async (query: string) =>
		linksIn(await get(`/territory/late${query}`, coordinator)).length;

	expect(await found("?rung=escalate&role=crip")).toBe(1);
	expect(await found("?rung=overdue")).toBe(0);
	expect(await found("?rung=worst&role=%27&page=-3")).toBe(1);
	expect(says(await get("/territory/late?rung=overdue", coordinator), "Rien de tel")).toBe(true);
});

test("it is nothing to anybody else: another structure, a professional, the territory's list", async () => {
	const other = await enterAs(app, "care-member");

	expect(linksIn(await get("/structure/late", other))).toEqual([]);
	expect((await get("/territory/late", other)).status).toBe(404);
	expect((await get("/territory/late/week", other)).status).toBe(404);
	expect((await get("/structure/availability", other)).status).toBe(404);
});

test("reading what is late leaves a trace like reading one's day", () => {
	const kept = db.$client
		.prepare("select distinct screen from audit where act = 'READ_LIST' order by screen")
		.pluck()
		.all();

	expect(kept).toEqual(["late", "my-day"]);
});

/** Lives up to some hours after the sending, sweeping every quarter of an hour as the server would. */
async function live(hours: number): Promise<void> {
	for (const until = told.now + hours * hourMs; now < until; ) {
		now = Math.min(until, now + hourMs / 4);
		await sweepAll(services);
	}
}

function row() {
	const found = db.select().from(handoffs).where(eq(handoffs.situationPk, told.situationPk)).get();
	if (!found) throw new Error("Nothing was sent.");
	return found;
}

function handoffFor(cookie: string): Promise<Answered> {
	return get(`/handoffs/${row().senderHandle}`, cookie);
}

function aliases(): string[] {
	return db.$client.prepare("select code from participations").pluck().all() as string[];
}

/** The handles of handoffs that a page links to. */
function linksIn({ body }: Answered): string[] {
	return [
		...new Set([...body.matchAll(/href="\/handoffs\/([\w-]{22})"/g)].map(([, to]) => to ?? "")),
	];
}

function get(path: string, cookie: string): Promise<Answered> {
	return app.ask({ path, cookie });
}

function post(path: string, cookie: string, form: Record<string, string>): Promise<Answered> {
	return app.ask({ method: "POST", path, cookie, form });
}
