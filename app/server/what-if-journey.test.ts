import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, openDb } from "#db/client.ts";
import { createDraft } from "#db/drafts.ts";
import { audit } from "#db/schema/audit.ts";
import { territories } from "#db/schema/territories.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { momentAt, settleSmallTerritory } from "#db/small-territory.ts";
import { compiledFrom } from "#protocols/casework/edited.for-tests.ts";
import { changedExample, exampleAt } from "#protocols/language/changed-example.ts";
import { testServices } from "./services.for-tests.ts";
import { enterAs, settleCoordinator } from "./visits.for-tests.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/*
 * What a draft would have changed, as a coordinator asks it over HTTP: fourteen situations that all
 * went by an outcome that the draft no longer has.
 */

const db = openDb(":memory:");
// Later than the machine: the library of sessions asks that clock too.
const startsAt = Date.UTC(2040, 0, 2, 8);
const services = testServices({
	variables: { RELAIS_DEMO: "1" },
	given: { db, clock: { now: () => startsAt + 48 * 3_600_000 } },
});
let app: WholeApp;
let draftId = "";

beforeAll(async () => {
	migrate(db);
	const territory = settleSmallTerritory(db);
	db.update(territories).set({ demonstration: true }).run();
	settleCoordinator(db);
	for (let seed = 1; seed <= 14; seed += 1) tellInStore(territory, sentToCrip, { seed, startsAt });
	const { protocol } = compiledFrom(
		changedExample({ at: [...exampleAt.receiveSign, "outcomes", 1] }),
	);
	const person = { memberId: "coordination-member", structureId: "coordination" };
	const origin = { kind: "version", hash: territory.versionHash } as const;
	draftId = createDraft(db, momentAt(startsAt), person, { territoryId: "small", origin, protocol });
	app = await wholeApp(services);
}, 120_000);

afterAll(() => app.close());

test("before it is asked, nothing is read", async () => {
	const page = await get(await enterAs(app, "coordination-member"));

	expect(page.status).toBe(200);
	expect(says(page, "Rejouer le brouillon")).toBe(true);
	expect(kept("WHAT_IF")).toBe(0);
});

test("asked, it says by step how many, and shows no situation", async () => {
	const coordinator = await enterAs(app, "coordination-member");

	const answered = await post(coordinator, { page: "1" });

	expect(answered.status).toBe(200);
	expect(says(answered, "15 situations environ ont été relues, sur 15 environ.")).toBe(true);
	expect(answered.body).toMatch(/secret<\/td><td[^>]*>15<\/td>/);
	expect(answered.body).not.toMatch(/\/situations\/[\w-]{22}/);
	for (const answer of ["L2_RISK", "MINOR_YES"]) expect(answered.body).not.toContain(answer);
	expect([kept("WHAT_IF"), kept("READ_SITUATION")]).toEqual([1, 0]);
});

test("a page that does not exist says that there is too little to say", async () => {
	const answered = await post(await enterAs(app, "coordination-member"), { page: "2" });

	expect(says(answered, "Activité insuffisante pour dire quoi que ce soit")).toBe(true);
});

test("it is nothing to anybody else, and odd fields are no form of ours", async () => {
	const spotter = await enterAs(app, "spotter-member");

	expect((await get(spotter)).status).toBe(404);
	expect((await post(spotter, { page: "1" })).status).toBe(404);
	expect((await post(await enterAs(app, "coordination-member"), { step: "close" })).status).toBe(
		400,
	);
});

function kept(act: "WHAT_IF" | "READ_SITUATION"): number {
	return db.select().from(audit).where(eq(audit.act, act)).all().length;
}

function get(cookie: string): Promise<Answered> {
	return app.ask({ path: `/studio/${draftId}/what-if`, cookie });
}

function post(cookie: string, form: Record<string, string>): Promise<Answered> {
	return app.ask({ method: "POST", path: `/studio/${draftId}/what-if`, cookie, form });
}

function says({ body }: Answered, words: string): boolean {
	const plain = body.replaceAll(/[\u00a0\u202f]|&nbsp;/g, " ").replaceAll("&#x27;", "'");
	return plain.replaceAll("<!-- -->", "").includes(words);
}
