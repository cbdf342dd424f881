import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { passkeys } from "#db/schema/factors.ts";
import { recoveries } from "#db/schema/recoveries.ts";
import { authenticator } from "./authenticator.for-tests.ts";
import { browserOf, doorOf, says, textOf } from "./browser.for-tests.ts";
import { forgetCodes } from "./codes.server.ts";
import { factorsOf } from "./factors.server.ts";
import { minute } from "./inhabited.for-tests.ts";
import { keepPasskey, registrationOptions } from "./passkeys.server.ts";
import { giveRights, linkCodes, realPassword, realWorld } from "./real-world.for-tests.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/*
 * Coming back over HTTP, where people are real: a password that was forgotten, a second factor that
 * was lost. Each test has a network of its own, so that none waits for the wrong tries of another.
 */

const newPassword = "une autre phrase bien longue";

let services: Awaited<ReturnType<typeof realWorld>>;
let app: WholeApp;
let inside: ReturnType<typeof doorOf>;

beforeAll(async () => {
	services = await realWorld();
	giveRights(services, "crip", { manager: true });
	giveRights(services, "lead", { duty: "coordinator" });
	giveRights(services, "lead-2", { duty: "administrator" });
	giveRights(services, "lead-3", { duty: "auditor" });
	move("crip-2", "crip");
	move("crip-3", "crip");
	app = await wholeApp(services);
	inside = doorOf(app, services);
}, 180_000);

afterAll(() => app.close());

const browser = (...own: [network: string, kept?: string]) => browserOf(app, ...own);

test("a manager gives a link for a forgotten password; the second factor is still asked for", async () => {
	const forgetful = await inside("crip-2", "203.0.10.0");
	const manager = await inside("crip", "203.0.11.0");

	const given = await manager.post("/recoveries/crip-2-member", {
		act: "ask",
		reason: "forgotten",
	});
	const link = linkIn(given);
	const back = browser("203.0.12.0");
	const page = await back.get(link);
	const easy = await back.post(link, { password: "azertyuiopqsdfghjklm" });
	const set = await back.post(link, { password: newPassword });

	expect(given.status).toBe(200);
	expect(says(page, "Le second facteur vous sera demandé ensuite")).toBe(true);
	expect(easy.status).toBe(422);
	expect(set.status).toBe(303);
	expect((await back.get("/my-day")).headers.location).toBe("/sign-in/second-factor");
	expect((await back.get("/sign-in/enrolment")).headers.location).toBe("/sign-in/second-factor");
	expect((await forgetful.get("/my-day")).headers.location).toBe("/sign-in");
	services.pass(minute);
	const code = await forgetful.codes();
	expect((await back.post("/sign-in/second-factor", { code })).status).toBe(303);
	expect((await back.get("/my-day")).status).toBe(200);
});

test("a link opens once, for two days, and what does not open says the same", async () => {
	await inside("crip-3", "203.0.13.0");
	const manager = await inside("crip", "203.0.14.0");
	const ask = async () =>
		linkIn(await manager.post("/recoveries/crip-3-member", { act: "ask", reason: "forgotten" }));
	const anybody = browser("203.0.15.0");

	const replaced = await ask();
	const withdrawn = await ask();
	await manager.post("/recoveries/crip-3-member", { act: "withdraw" });
	const used = await ask();
	await browser("203.0.15.0").post(used, { password: newPassword });
	const late = await ask();
	services.pass(48 * 60 * minute);
	const never = `/recover/${"A".repeat(43)}`;

	const answers = [];
	for (const link of [replaced, withdrawn, used, late, never, "/recover/x"]) {
		answers.push(await anybody.get(link));
	}
	expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(404));
	// The address itself is on the page, in the form that changes the language.
	const texts = answers.map((answer) => textOf(answer).replaceAll(/value="\/recover[^"]*"/g, ""));
	expect(new Set(texts).size).toBe(1);
	expect((await anybody.post(late, { password: newPassword })).status).toBe(404);
});

test("who tries links is stopped", async () => {
	const guesser = browser("203.0.16.0");
	const statuses: number[] = [];
	for (let tried = 0; tried < 12; tried++) {
		statuses.push((await guesser.get(`/recover/${String(tried).padStart(43, "A")}`)).status);
	}

	expect(statuses).toEqual([...Array(10).fill(404), 429, 429]);
});

test("a lost telephone takes two people, one of them above the structure; then all begins anew", async () => {
	const loser = await inside("crip-2", "203.0.17.0").catch(() => enterAnew("crip-2", "203.0.17.0"));
	const wish = await registrationOptions(services, { userId: "crip-2-user", label: "CRIP" });
	await keepPasskey(services, "crip-2-user", authenticator().make(wish));
	const manager = await inside("crip", "203.0.18.0");
	const coordinator = await inside("lead", "203.0.19.0");

	const asked = await manager.post("/recoveries/crip-2-member", { act: "ask", reason: "lost" });
	const alone = await manager.post("/recoveries/crip-2-member", { act: "agree" });
	const stillThere = factorsOf(services, "crip-2-user");
	const agreed = await coordinator.post("/recoveries/crip-2-member", { act: "agree" });

	expect(says(asked, "Une seconde personne doit maintenant l'accorder")).toBe(true);
	expect([asked.status, alone.status]).toEqual([200, 409]);
	expect(stillThere).toMatchObject({ password: true, codes: true, passkeys: 1 });
	expect(factorsOf(services, "crip-2-user")).toEqual({
		password: false,
		provider: false,
		passkeys: 0,
		codes: false,
		backupCodes: 0,
	});
	expect((await loser.get("/my-day")).headers.location).toBe("/sign-in");
	const old = browser("203.0.20.0");
	for (const password of [realPassword, newPassword]) {
		const answered = await old.post("/sign-in", { email: "crip-2@exemple.invalid", password });
		expect(answered.status).toBe(422);
	}

	const back = browser("203.0.21.0");
	const link = linkIn(agreed);
	expect((await back.post(link, { password: newPassword })).status).toBe(303);
	expect((await back.get("/my-day")).headers.location).toBe("/sign-in/enrolment");
	expect((await back.get(link)).status).toBe(404);
});

test("nobody is two people, nor a colleague enough", async () => {
	await inside("crip-3", "203.0.22.0").catch(() => enterAnew("crip-3", "203.0.22.0"));
	giveRights(services, "crip-2", { manager: true });
	const manager = await inside("crip", "203.0.23.0");
	await manager.post("/recoveries/crip-3-member", { act: "ask", reason: "stolen" });
	const other = await enterAnew("crip-2", "203.0.24.0");

	const agreed = await other.post("/recoveries/crip-3-member", { act: "agree" });

	expect(agreed.status).toBe(409);
	expect(says(agreed, "l'une des deux être de la coordination")).toBe(true);
	expect(factorsOf(services, "crip-3-user").codes).toBe(true);
	expect(() =>
		services.db
			.update(recoveries)
			.set({ agreedBy: "crip-member", agreedAt: services.clock.now() })
			.run(),
	).toThrow(/recoveries_not_alone/);
	giveRights(services, "crip-2", { manager: false });
});

test("an account without a second factor is not opened by one person, whenever it lost it", async () => {
	const manager = await inside("crip", "203.0.25.0");
	const ask = { act: "ask", reason: "forgotten" };
	const link = linkIn(await manager.post("/recoveries/crip-3-member", ask));
	expect((await browser("203.0.25.0").get(link)).status).toBe(200);

	services.db.delete(passkeys).where(eq(passkeys.userId, "crip-3-user")).run();
	forgetCodes(services, "crip-3-user");
	const asked = await manager.post("/recoveries/crip-3-member", ask);

	expect((await browser("203.0.25.0").get(link)).status).toBe(404);
	expect(asked.status).toBe(409);
	expect(says(asked, "il faut deux personnes")).toBe(true);
});

test.each([
	["a manager", "crip", ["crip-2-member", "crip-3-member"]],
	["a coordinator", "lead", ["crip-member", "spotter-member", "care-2-member"]],
	["an administrator", "lead-2", ["lead-member", "lead-3-member", "crip-member"]],
] as const)(
	"%s helps those within reach, never themselves, and others are not there",
	async (_who, person, reached) => {
		const helper = await inside(person, `203.0.${30 + person.length}.0`);
		const list = await helper.get("/recoveries");
		const linked = new Set([...list.body.matchAll(/\/recoveries\/([\w-]+)/g)].map(([, id]) => id));

		for (const memberId of reached) expect(linked).toContain(memberId);
		expect(linked).not.toContain(`${person}-member`);
		const beyond = { crip: "spotter-member", lead: "lead-3-member", "lead-2": "lead-2-member" }[
			person
		];
		expect(linked).not.toContain(beyond);
		const foreign = await helper.get(`/recoveries/${beyond}`);
		const nobody = await helper.get("/recoveries/nobody");
		expect([foreign.status, nobody.status]).toEqual([404, 404]);
		expect((await helper.post(`/recoveries/${beyond}`, { act: "agree" })).status).toBe(404);
	},
);

test("who neither manages, coordinates nor administers helps nobody", async () => {
	for (const person of ["spotter", "lead-3"]) {
		const other = await inside(person, `203.0.${40 + person.length}.0`);
		expect((await other.get("/recoveries")).status).toBe(404);
		expect((await other.get("/recoveries/crip-2-member")).status).toBe(404);
	}
});

test("helping asks again who is in front of the screen, and keeps what was chosen", async () => {
	const manager = await inside("crip", "203.0.50.0");
	services.pass(6 * minute);
	const before = services.db.select().from(recoveries).all().length;

	const asked = await manager.post("/recoveries/crip-2-member", { act: "ask", reason: "broken" });
	const proved = await manager.post("/recoveries/crip-2-member", {
		act: "ask",
		reason: "broken",
		proofCode: await manager.codes(),
	});

	expect(asked.status).toBe(422);
	expect(says(asked, "Écrivez un code pour confirmer que c'est bien vous")).toBe(true);
	expect(/value="broken"[^>]*checked|checked[^>]*value="broken"/.test(asked.body)).toBe(true);
	expect(proved.status).toBe(200);
	expect(services.db.select().from(recoveries).all()).toHaveLength(before + 1);
});

/** Somebody whose password was changed by an earlier test. */
async function enterAnew(person: string, network: string) {
	const codes = await linkCodes(services, `${person}-user`);
	const own = browser(network);
	await own.post("/sign-in", { email: `${person}@exemple.invalid`, password: newPassword });
	services.pass(minute);
	const entered = await own.post("/sign-in/second-factor", { code: await codes() });
	if (entered.status !== 303) throw new Error(`${person} could not enter: ${entered.status}.`);
	return { ...own, codes };
}

/** Gives somebody a place in another structure than their own. */
function move(person: string, structureId: string): void {
	giveRights(services, person, { structureId });
}

function linkIn({ body }: Answered): string {
	const link = /value="http:\/\/relais\.test(\/recover\/[\w-]{43})"/.exec(body)?.[1];
	if (!link) throw new Error("No link is shown.");
	return link;
}
