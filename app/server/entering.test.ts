import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticator } from "./authenticator.for-tests.ts";
import { browserOf, says, textOf } from "./browser.for-tests.ts";
import { codesOf, giveRights, linkCodes, realPassword, realWorld } from "./real-world.for-tests.ts";
import { type Answered, type WholeApp, wholeApp } from "./whole-app.for-tests.ts";

/*
 * Coming in over HTTP, without any script, where people are real.
 * Each test has a network of its own, so that none waits for the wrong tries of another.
 */

let services: Awaited<ReturnType<typeof realWorld>>;
let app: WholeApp;

beforeAll(async () => {
	services = await realWorld();
	app = await wholeApp(services);
}, 180_000);

afterAll(() => app.close());

const browser = (...own: [network: string, kept?: string]) => browserOf(app, ...own);

test("a password alone opens nothing but the page that asks for more", async () => {
	const ada = browser("198.51.100.0");
	await ada.post("/sign-in", { email: "crip@exemple.invalid", password: realPassword });

	for (const path of ["/", "/my-day", "/account", "/directory", "/protocols", "/situations/new"]) {
		const answered = await ada.get(path);
		expect([path, answered.status, answered.headers.location]).toEqual([
			path,
			303,
			"/sign-in/enrolment",
		]);
	}
	const data = await ada.get("/my-day?_data=routes%2Fmy-day");
	const acted = await ada.post("/act-as", { memberId: "crip-member" });
	expect(data.headers["x-remix-redirect"]).toBe("/sign-in/enrolment");
	expect(acted.headers.location).toBe("/sign-in/enrolment");
	expect(says(await ada.get("/sign-in/enrolment"), "Verrouiller")).toBe(false);
	expect((await ada.get("/lock")).headers.location).toBe("/sign-in/enrolment");
});

test("an application of codes is linked by hand, its codes on paper are shown once, and then the day opens", async () => {
	const ada = browser("198.51.101.0");
	await ada.post("/sign-in", { email: "crip-2@exemple.invalid", password: realPassword });

	const page = await ada.get("/sign-in/enrolment?with=codes");
	const codes = codesOf(services, secretIn(page));
	const wrong = await ada.post("/sign-in/enrolment?with=codes", { step: "code", code: "12 34" });
	const right = await ada.post("/sign-in/enrolment?with=codes", {
		step: "code",
		code: await codes(),
	});
	const again = await ada.get("/sign-in/enrolment");
	const done = await ada.post("/sign-in/enrolment", { step: "done" });

	expect(page.body).toMatch(
		/<svg[^>]*aria-label="Carré à photographier[^>]*>.*<path d="M4 4h1v1h-1z/s,
	);
	expect(page.body).not.toMatch(/style=/);
	expect([wrong.status, right.status]).toEqual([422, 200]);
	expect(paperCodesIn(right)).toHaveLength(10);
	expect(paperCodesIn(again)).toHaveLength(0);
	expect([done.status, done.headers.location]).toEqual([303, "/"]);
	expect((await ada.get("/my-day")).status).toBe(200);
});

test("that the page of the codes was read is no proof by itself", async () => {
	const ada = browser("198.51.102.0");
	await ada.post("/sign-in", { email: "crip-3@exemple.invalid", password: realPassword });

	const done = await ada.post("/sign-in/enrolment", { step: "done" });

	expect(done.headers.location).toBe("/sign-in/enrolment");
	expect((await ada.get("/my-day")).status).toBe(303);
});

test("a code is asked for after the password, is taken once, and begins a session of a new name", async () => {
	const codes = await linkCodes(services, "spotter-user");
	const ada = browser("198.51.103.0");
	await ada.post("/sign-in", { email: "spotter@exemple.invalid", password: realPassword });
	const halfway = ada.cookie();
	const code = await codes();

	const wrong = await ada.post("/sign-in/second-factor", { code: "000000" });
	const entered = await ada.post("/sign-in/second-factor", { code });
	const thief = browser("198.51.103.0");
	await thief.post("/sign-in", { email: "spotter@exemple.invalid", password: realPassword });
	const replayed = await thief.post("/sign-in/second-factor", { code });

	expect(wrong.status).toBe(422);
	expect([entered.status, entered.headers.location]).toEqual([303, "/"]);
	expect((await ada.get("/my-day")).status).toBe(200);
	expect(ada.cookie()).not.toBe(halfway);
	expect((await browser("198.51.103.0", halfway).get("/my-day")).headers.location).toBe("/sign-in");
	expect(replayed.status).toBe(422);
	expect(says(replayed, "il a déjà servi")).toBe(true);
});

test.each([
	["the page", "/sign-in/second-factor"],
	["its data", "/sign-in/second-factor?_data=routes%2Fsign-in_.second-factor"],
])(
	"ten wrong codes by %s are enough, in words and for a quarter of an hour",
	async (_way, path) => {
		const person = path.includes("_data") ? "spotter-2" : "spotter-3";
		const codes = await linkCodes(services, `${person}-user`);
		const ada = browser(path.includes("_data") ? "198.51.104.0" : "198.51.105.0");
		await ada.post("/sign-in", { email: `${person}@exemple.invalid`, password: realPassword });

		const statuses: number[] = [];
		for (let tried = 0; tried < 11; tried++) {
			statuses.push((await ada.post(path, { code: "000000" })).status);
		}
		const right = await ada.post(path, { code: await codes() });

		expect(statuses).toEqual([...Array(10).fill(422), 429]);
		expect(right.status).toBe(429);
		expect(/Trop d|factors:second.tooMany/.test(right.body)).toBe(true);
	},
);

test("one network that tries many addresses is stopped, in words, and another one is not", async () => {
	const guesser = browser("198.51.106.0");
	const ask = (tried: number) => ({ email: `nobody-${tried}@exemple.invalid`, password: "not it" });

	const statuses: number[] = [];
	for (let tried = 0; tried < 10; tried++) {
		statuses.push((await guesser.post("/sign-in", ask(tried))).status);
	}
	const stopped = await guesser.post("/sign-in", ask(10));
	const data = await guesser.post("/sign-in?_data=routes%2Fsign-in", ask(11));

	expect(statuses).toEqual(Array(10).fill(422));
	expect([stopped.status, data.status]).toEqual([429, 429]);
	expect(says(stopped, "Trop d'essais")).toBe(true);
	expect((await browser("198.51.107.0").post("/sign-in", ask(12))).status).toBe(422);
});

test("ten passkeys that open nothing are enough", async () => {
	const guesser = browser("198.51.108.0");
	const device = authenticator();

	const statuses: number[] = [];
	for (let tried = 0; tried < 11; tried++) {
		const asked = await guesser.post("/passkeys/challenge", { for: "sign-in" });
		const passkey = device.sign(JSON.parse(asked.body));
		statuses.push((await guesser.post("/passkeys/sign-in", { passkey })).status);
	}

	expect(statuses).toEqual([...Array(10).fill(422), 429]);
});

test("a passkey is used only where its stage is", async () => {
	const stranger = browser("198.51.109.0");

	for (const act of ["second-factor", "enrol", "prove", "unlock"]) {
		expect((await stranger.post("/passkeys/challenge", { for: act })).status).toBe(401);
		expect((await stranger.post(`/passkeys/${act}`, { passkey: "{}" })).status).toBe(401);
	}
	expect((await stranger.post("/passkeys/anything", { passkey: "{}" })).status).toBe(404);
	expect((await stranger.post("/passkeys/challenge", { for: "anything" })).status).toBe(400);
});

test("who has no place any more is told so with the right password only, and comes in with none", async () => {
	giveRights(services, "care", { active: false, suspended: "disabled" });
	const [known, unknown] = [browser("198.51.131.0"), browser("198.51.132.0")];
	const ask = (email: string, password: string) => ({
		email: `${email}@exemple.invalid`,
		password,
	});

	const wrong = await known.post("/sign-in", ask("care", "not it"));
	const nobody = await unknown.post("/sign-in", ask("abcd", "not it"));
	const right = await known.post("/sign-in", ask("care", realPassword));

	expect([wrong.status, right.status]).toEqual([422, 422]);
	expect(textOf(wrong) === textOf(nobody).replaceAll("abcd@", "care@")).toBe(true);
	expect([wrong, right].flatMap(({ headers }) => headers["set-cookie"] ?? [])).toEqual([]);
	giveRights(services, "care", { active: true, suspended: null });
});

function secretIn({ body }: Answered): string {
	const from = body.indexOf("font-mono text-title-3");
	const letters = body.slice(from, body.indexOf('name="code"', from));
	const groups = [...letters.matchAll(/<span>([A-Z2-7]{4})\b/g)].map(([, group]) => group);
	if (groups.length !== 8)
		throw new Error(`There are ${groups.length} groups of letters: ${groups.join(" ")}.`);
	return groups.join("");
}

function paperCodesIn({ body }: Answered): string[] {
	return [...body.matchAll(/<li>([2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4})<\/li>/g)].map(
		([, code = ""]) => code,
	);
}
