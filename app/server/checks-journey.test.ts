import { afterAll, beforeAll, expect, test } from "vitest";
import { demonstrationId, seedDemonstration } from "#db/seed/demonstration.ts";
import { kindsOfAccounts, signedIn } from "./matrix/askers.for-tests.ts";
import { testServices } from "./services.for-tests.ts";
import { type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/* What the checker says of a draft, over HTTP: to who coordinates, and with a story that plays. */

const now = Date.UTC(2040, 0, 2, 8);
const services = testServices({
	variables: { RELAIS_DEMO: "1" },
	given: { clock: { now: () => now } },
});
let app: WholeApp;

beforeAll(async () => {
	seedDemonstration(services.db, { now });
	app = await wholeApp(services);
}, 120_000);

afterAll(() => app?.close());

test("the page of checks shows findings, delays and roles, and its story opens a simulation", async () => {
	const cookie = await enter("coordinator");
	const form = { origin: "model", model: "example" };
	const begun = await app.ask({ method: "POST", path: "/studio/new", form, cookie });
	const draft = String(begun.headers.location);

	const page = await app.ask({ path: `${draft}/checks`, cookie });

	expect(page.status).toBe(200);
	expect(page.body).toContain("une transmission retirée");
	expect(page.body).toContain("Budget de délais");
	expect(page.body).toContain("Qui tient chaque rôle");
	expect(page.body).not.toMatch(/<[^>]+ style=/);
	const [, spelled = ""] = /name="story" value="([^"]+)"/.exec(page.body) ?? [];
	const story = spelled.replaceAll("&quot;", '"');
	const played = await app.ask({
		method: "POST",
		path: `${draft}/play`,
		form: { intent: "story", story },
		cookie,
	});
	expect(played.status).toBe(303);
	expect((await app.ask({ path: String(played.headers.location), cookie })).status).toBe(200);
	const foreign = await app.ask({ path: `${draft}/checks`, cookie: await enter("professional") });
	expect(foreign.status).toBe(404);
});

async function enter(duty: string): Promise<string> {
	const member = kindsOfAccounts(services.db).find(
		(one) => one.duty === duty && one.territoryId === demonstrationId,
	);
	if (!member) throw new Error(`There is no ${duty}.`);
	return (await signedIn(app, member)).cookie;
}
