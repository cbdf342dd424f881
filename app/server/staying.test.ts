import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accounts, sessions } from "#db/schema/accounts.ts";
import { audit } from "#db/schema/audit.ts";
import { browserOf, doorOf, says } from "./browser.for-tests.ts";
import { minute } from "./inhabited.for-tests.ts";
import { giveRights, realPassword, realWorld } from "./real-world.for-tests.ts";
import { type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/*
 * Staying, locking and leaving over HTTP, without any script, where people are real.
 * Each test has a network of its own, so that none waits for the wrong tries of another.
 */

let services: Awaited<ReturnType<typeof realWorld>>;
let app: WholeApp;
let inside: ReturnType<typeof doorOf>;

beforeAll(async () => {
	services = await realWorld();
	app = await wholeApp(services);
	inside = doorOf(app, services);
}, 180_000);

afterAll(() => app.close());

const browser = (...own: [network: string, kept?: string]) => browserOf(app, ...own);

test("a fourth browser ends the oldest, which is told why", async () => {
	const browsers = [];
	for (let place = 0; place < 4; place++)
		browsers.push(await inside("lead", `198.51.${110 + place}.0`));
	const [oldest, second] = browsers;

	const out = await oldest?.get("/my-day");
	const door = await oldest?.get("/sign-in");

	expect(out?.headers.location).toBe("/sign-in");
	expect(door && says(door, "Votre compte a été ouvert dans trois autres navigateurs")).toBe(true);
	expect((await second?.get("/my-day"))?.status).toBe(200);
});

test("a stolen password alone drives nobody out", async () => {
	const owner = await inside("lead-2", "198.51.120.0");
	const thief = browser("198.51.121.0");

	for (let tried = 0; tried < 5; tried++) {
		await thief.post("/sign-in", { email: "lead-2@exemple.invalid", password: realPassword });
		thief.forget();
	}

	expect((await owner.get("/my-day")).status).toBe(200);
});

test("one's browsers are listed in coarse words, and another one is ended at once", async () => {
	const here = await inside("care", "198.51.122.0", "Mozilla/5.0 (X11; Linux) Firefox/140.0");
	const there = await inside("care", "198.51.123.0", "Mozilla/5.0 (iPhone) Version/19 Safari/605");

	const page = await here.get("/account");
	const [other = ""] = [...page.body.matchAll(/name="end" value="([\w-]{8,})"/g)].map(
		(found) => found[1],
	);
	const ended = await here.post("/account/sessions", { end: other });

	expect(says(page, "Firefox, Linux")).toBe(true);
	expect(says(page, "Safari, iPhone ou iPad")).toBe(true);
	expect(ended.status).toBe(303);
	expect((await there.get("/my-day")).headers.location).toBe("/sign-in");
	expect(says(await there.get("/sign-in"), "Vous l'avez terminée depuis un autre navigateur")).toBe(
		true,
	);
	expect((await here.get("/my-day")).status).toBe(200);
	expect((await here.post("/account/sessions", { end: "somebody-elses" })).status).toBe(404);
});

test("nobody ends the session of somebody else", async () => {
	const ada = await inside("care", "198.51.124.0");
	const bea = await inside("crip-2", "198.51.125.0");
	const [row] = services.db.select().from(sessions).where(eq(sessions.userId, "crip-2-user")).all();

	const answered = await ada.post("/account/sessions", { end: row?.id ?? "" });
	await ada.post("/account/sessions", { end: "others" });

	expect(answered.status).toBe(404);
	expect((await bea.get("/my-day")).status).toBe(200);
});

test("a locked session shows its lock and nothing else, by whatever way it is asked", async () => {
	const ada = await inside("crip-2", "198.51.126.0");
	const before = ada.cookie();

	const locked = await ada.post("/lock", { wish: "lock" });

	expect([locked.status, locked.headers.location]).toEqual([303, "/lock"]);
	expect(locked.headers["clear-site-data"]).toBe('"cache"');
	for (const path of ["/", "/my-day", "/account", "/directory", "/sign-in"]) {
		expect((await ada.get(path)).status).toBe(303);
	}
	expect((await ada.get("/my-day?_data=routes%2Fmy-day")).headers["x-remix-redirect"]).toBe(
		"/lock",
	);
	expect((await ada.post("/act-as", { memberId: "crip-2-member" })).headers.location).toBe("/lock");
	expect(/>crip|exemple\.invalid/.test((await ada.get("/lock")).body)).toBe(false);

	expect((await ada.post("/lock", { wish: "unlock", password: "" })).status).toBe(422);
	expect((await ada.post("/lock", { wish: "unlock", password: "not it" })).status).toBe(422);
	expect((await ada.get("/my-day")).headers.location).toBe("/lock");
	expect((await ada.post("/lock", { wish: "unlock", password: realPassword })).status).toBe(303);
	expect((await ada.get("/my-day")).status).toBe(200);
	expect((await browser("198.51.126.0", before).get("/my-day")).headers.location).toBe("/sign-in");
});

test("the script's own lock locks and opens the same session, and answers no page", async () => {
	const ada = await inside("crip-2", "198.51.127.0");

	expect((await ada.post("/lock/cover", { wish: "lock" })).status).toBe(200);
	expect((await ada.get("/my-day")).headers.location).toBe("/lock");
	const wrong = await ada.post("/lock/cover", { wish: "unlock", password: "not it" });
	expect([wrong.status, wrong.body]).toEqual([422, '{"errors":{"password":["lock:wrong"]}}']);
	expect((await ada.post("/lock/cover", { wish: "unlock", password: realPassword })).status).toBe(
		200,
	);
	expect((await ada.get("/my-day")).status).toBe(200);
	expect((await browser("198.51.127.0").post("/lock/cover", { wish: "lock" })).status).toBe(401);
});

test("ten wrong passwords at the lock are enough", async () => {
	const ada = await inside("crip-2", "198.51.128.0");
	await ada.post("/lock", { wish: "lock" });

	const statuses: number[] = [];
	for (let tried = 0; tried < 11; tried++) {
		statuses.push(
			(await ada.post("/lock", { wish: "unlock", password: `not it ${tried}` })).status,
		);
	}

	expect(statuses).toEqual([...Array(10).fill(422), 429]);
	services.pass(15 * minute);
	expect((await ada.post("/lock", { wish: "unlock", password: realPassword })).status).toBe(303);
});

test("an unlocking by password is no proof for what asks for one", async () => {
	const ada = await inside("crip-2", "198.51.129.0");
	expect(says(await ada.get("/account/factors"), "Une application de codes est reliée")).toBe(true);
	await ada.post("/lock", { wish: "lock" });
	await ada.post("/lock", { wish: "unlock", password: realPassword });

	expect(says(await ada.get("/account/factors"), "Confirmez que c'est bien vous")).toBe(true);
	expect((await ada.get("/account/codes")).headers.location).toBe("/account/factors");
});

test("a right that was taken away, a place that was closed: the next request knows", async () => {
	giveRights(services, "care", { manager: true });
	const ada = await inside("care", "198.51.130.0");
	expect((await ada.get("/recoveries")).status).toBe(200);

	giveRights(services, "care", { manager: false });
	expect((await ada.get("/recoveries")).status).toBe(404);
	giveRights(services, "care", { duty: "auditor" });
	expect((await ada.get("/my-day")).status).toBe(404);
	giveRights(services, "care", { duty: "professional", active: false, suspended: "disabled" });
	expect((await ada.get("/account")).headers.location).toBe("/sign-in");
	expect((await ada.post("/account/sessions", { end: "others" })).headers.location).toBe(
		"/sign-in",
	);
	giveRights(services, "care", { active: true, suspended: null });
});

test("the last factor cannot be taken away, another one can", async () => {
	const ada = await inside("care", "198.51.133.0");

	const refused = await ada.post("/account/factors", { change: "codes" });

	expect([refused.status, refused.headers.location]).toEqual([422, undefined]);
	expect(says(refused, "C'est la dernière")).toBe(true);
	expect((await ada.post("/account/factors", { change: `passkey:${"A".repeat(22)}` })).status).toBe(
		404,
	);
	expect((await ada.post("/account/factors", { change: "everything" })).status).toBe(400);
});

test("a new password ends the other sessions, and takes the old one to be set", async () => {
	const ada = await inside("lead-2", "198.51.134.0");
	const other = await inside("lead-2", "198.51.135.0");
	const change = (currentPassword: string, password: string) =>
		ada.post("/account/password", { currentPassword, password });

	expect((await change("not it", "cinq mots pour une phrase")).status).toBe(422);
	expect((await change(realPassword, "motdepasse1234567")).status).toBe(422);
	expect((await change(realPassword, "trop court")).status).toBe(422);
	expect((await change(realPassword, "cinq mots pour une phrase")).status).toBe(200);

	expect((await ada.get("/my-day")).status).toBe(200);
	expect((await other.get("/my-day")).headers.location).toBe("/sign-in");
	const old = browser("198.51.136.0");
	expect(
		(await old.post("/sign-in", { email: "lead-2@exemple.invalid", password: realPassword }))
			.status,
	).toBe(422);
});

test("what happened at the door is in the trail, and nothing that was typed", () => {
	const rows = services.db.select().from(audit).all();
	const acts = new Set(rows.map(({ act }) => act));
	const hashes = services.db.select().from(accounts).all();

	for (const act of [
		"SIGN_IN",
		"SIGN_IN_REFUSED",
		"SESSION_ENDED",
		"LOCKED",
		"UNLOCKED",
		"STEP_UP_REFUSED",
		"PASSWORD_CHANGED",
	] as const)
		expect(acts).toContain(act);
	expect(JSON.stringify(rows)).not.toMatch(/exemple\.invalid|000000|not it/);
	expect(JSON.stringify(hashes)).not.toContain(realPassword);
});
