import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, openDb } from "#db/client.ts";
import { historyOf } from "#db/history.ts";
import { retentionOf } from "#db/retention-policy.ts";
import { territories } from "#db/schema/territories.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { monday, settleSmallTerritory } from "#db/small-territory.ts";
import { dayMs } from "#protocols/retention/due-act.ts";
import { defaultRetention } from "#protocols/retention/policy.ts";
import { keepRetention } from "./retention-worker.server.ts";
import { testServices } from "./services.for-tests.ts";
import { enterAs, says, settleCoordinator } from "./visits.for-tests.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/*
 * Retention as people meet it, over HTTP, on a clock that the test moves: one situation that is
 * said to go on and then closed by its holder, one that closes by itself, one that something holds.
 */

const db = openDb(":memory:");
let now = monday;
const services = testServices({
	variables: { RELAIS_DEMO: "1" },
	given: { db, clock: { now: () => now } },
});
let app: WholeApp;

beforeAll(async () => {
	migrate(db);
	const territory = settleSmallTerritory(db);
	db.update(territories).set({ demonstration: true }).run();
	settleCoordinator(db);
	for (const [seed, acts] of [sentToCrip.slice(0, 1), sentToCrip.slice(0, 1), sentToCrip].entries())
		tellInStore(territory, acts, { seed: seed + 1 });
	app = await wholeApp(services);
}, 120_000);

afterAll(() => app.close());

test("the reminder and the proposal reach who holds, and saying that it goes on begins anew", async () => {
	await liveUntil(92);
	const spotter = await enterAs(app, "spotter-member");

	const day = await get("/my-day", spotter);
	const [first = ""] = situationsIn(day);
	const page = await get(first, spotter);
	const form = await get(`${first}/follow-up`, spotter);
	const empty = await post(`${first}/follow-up`, spotter, fieldsOf(form));
	const said = await post(`${first}/follow-up`, spotter, { ...fieldsOf(form), finding: "AWAITED" });

	expect(says(day, "Sans activité")).toBe(true);
	expect(says(page, "Sans activité depuis la semaine du 7 septembre 2026")).toBe(true);
	expect(says(page, "au plus tôt la semaine du 1er mars 2027")).toBe(true);
	expect(empty.status).toBe(422);
	expect(says(empty, "Choisissez ce qui décrit le mieux la situation.")).toBe(true);
	expect([said.status, said.headers.location]).toEqual([303, `${first}?saved=goes-on`]);
	expect(says(await get(first, spotter), "Sans activité depuis")).toBe(false);
	expect(says(await get(`${first}/follow-up`, spotter), "plus rien à confirmer")).toBe(true);
	expect(typesIn(1).at(-1)).toBe("follow-up-confirmed");
});

test("what nobody answers closes by itself, before the eyes of who held it and of the coordinator", async () => {
	await liveUntil(182);
	const spotter = await enterAs(app, "spotter-member");
	const coordinator = await enterAs(app, "coordination-member");

	const day = await get("/my-day", spotter);
	const ended = situationsIn(day).find((path) => handleOf(2).includes(path)) ?? "";
	const page = await get(ended, spotter);
	const overview = await get("/my-day", coordinator);

	expect(says(day, "Closes sans activité")).toBe(true);
	expect(says(page, "Cette situation s'est close sans activité")).toBe(true);
	expect(says(page, "effacées la semaine du")).toBe(true);
	expect(says(page, "semaine du 7 septembre 2026")).toBe(true);
	expect(says(page, "septembre 2026 à")).toBe(false);
	expect(says(overview, "Closes sans activité dans le territoire")).toBe(true);
	expect(says(overview, "Sans activité, mais quelque chose court encore")).toBe(true);
	expect(says(overview, ended)).toBe(false);
});

test("a holder may close where it stands, with a reason, after a last look", async () => {
	await liveUntil(190);
	const spotter = await enterAs(app, "spotter-member");
	const [path = ""] = handleOf(1);

	const page = await get(`${path}/closure`, spotter);
	const fields = fieldsOf(page);
	const odd = await post(`${path}/closure`, spotter, { ...fields, reason: "DUPLICATE" });
	const closed = await post(`${path}/closure`, spotter, { ...fields, reason: "CONTACT_LOST" });
	const after = await get(path, spotter);

	expect(says(page, "Clore cette situation où elle en est")).toBe(true);
	expect(odd.status).toBe(422);
	expect(closed.status).toBe(303);
	expect(says(after, "Motif : Lien interrompu malgré les démarches")).toBe(true);
	expect((await post(`${path}/closure`, spotter, { ...fields, reason: "ERROR" })).status).toBe(409);
});

test("where a handoff runs, it is said, and the situation cannot close over it", async () => {
	const spotter = await enterAs(app, "spotter-member");
	const [path = ""] = handleOf(3);

	const page = await get(path, spotter);
	const closing = await get(`${path}/closure`, spotter);

	expect(says(page, "la coordination la voit")).toBe(true);
	expect(says(closing, "Une transmission est encore en cours")).toBe(true);
});

test("a coordinator shortens the durations, and reads what is wrong with a mistake", async () => {
	const coordinator = await enterAs(app, "coordination-member");
	const page = await get("/territory/retention", coordinator);
	const wish = { reminderDays: "30", proposalDays: "60", closureDays: "120", purgeDays: "30" };

	const wrong = await send({ ...wish, reminderDays: "61", purgeDays: "soon" });
	const outOfOrder = await send({ ...wish, proposalDays: "35" });
	const tooLong = await send({ ...wish, purgeDays: "731", longerReason: "PROCEEDINGS" });
	const withoutReason = await send({ ...wish, purgeDays: "200" });
	const invented = await send({ ...wish, longerReason: "BECAUSE" });

	expect(says(page, "De 14 à 60 jours. Par défaut : 60.")).toBe(true);
	expect(says(wrong, "Écrivez un nombre entier de jours.")).toBe(true);
	expect(says(outOfOrder, "au moins 14 jours entre le rappel et la proposition")).toBe(true);
	expect(says(tooLong, "730 jours au plus")).toBe(true);
	expect(says(withoutReason, "Choisissez le motif")).toBe(true);
	expect(invented.status).toBe(400);
	expect(retentionOf(db, "small").policy).toEqual(defaultRetention);
	expect((await send(wish)).headers.location).toBe("/territory/retention?saved");
	expect(retentionOf(db, "small").policy.purgeDays).toBe(30);

	function send(values: Record<string, string>) {
		return post("/territory/retention", coordinator, { longerReason: "", ...values });
	}
});

test("retention is nothing to anybody but the coordinator", async () => {
	const spotter = await enterAs(app, "spotter-member");

	expect((await get("/territory/retention", spotter)).status).toBe(404);
	expect((await post("/territory/retention", spotter, { purgeDays: "30" })).status).toBe(404);
});

test("forgotten, a situation answers like one that never was", async () => {
	const spotter = await enterAs(app, "spotter-member");
	const [path = ""] = handleOf(2);
	await liveUntil(280);
	const again = await enterAs(app, "spotter-member");

	const gone = await get(path, again);
	const never = await get("/situations/AAAAAAAAAAAAAAAAAAAAAA", again);

	expect(spotter).not.toBe(again);
	expect([gone.status, gone.body.length]).toEqual([404, never.body.length]);
	expect(db.$client.prepare("SELECT count(*) FROM situations").pluck().get()).toBe(1);
});

/** Lives every day up to one of them, as the server does. */
let lived = 0;
async function liveUntil(day: number): Promise<void> {
	for (; lived <= day; lived += 1) {
		now = monday + lived * dayMs;
		await keepRetention(services);
	}
	now += 3_600_000;
}

function get(path: string, cookie: string): Promise<Answered> {
	return app.ask({ path, cookie });
}

function post(path: string, cookie: string, form: Record<string, string>): Promise<Answered> {
	return app.ask({ method: "POST", path, cookie, form });
}

/** The hidden fields of the form of a page. */
function fieldsOf({ body }: Answered): Record<string, string> {
	const value = (name: string) =>
		new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? "";
	return { key: value("key"), seen: value("seen") };
}

/** The addresses of situations that a page links to. */
function situationsIn({ body }: Answered): string[] {
	return [...new Set([...body.matchAll(/\/situations\/[\w-]{22}/g)].map(([path]) => path))];
}

/** The address that the spotter has for a situation. */
function handleOf(situationPk: number): string[] {
	const handle = db.$client
		.prepare(
			"SELECT handle FROM participations WHERE situation_pk = ? AND structure_id = 'spotter'",
		)
		.pluck()
		.get(situationPk);
	return handle === undefined ? [] : [`/situations/${handle}`];
}

function typesIn(situationPk: number): string[] {
	return historyOf(db, situationPk).map(({ type }) => type);
}
