import { paths } from "#app/paths.ts";
import { expect, type OwnRelais, test } from "./own-relais.ts";
import { receptionOf } from "./people.ts";
import { but, cookiesOf, formHeaders, textOf, type Visitor, visitor } from "./visitor.ts";

const nowhere = "AAAAAAAAAAAAAAAAAAAAAA";

test("whatever is wrong with an answer gets its clear refusal, and nothing is recorded", async ({
	relais,
}) => {
	const { person, path } = await someStep(relais);
	const fields = await person.form(path);
	const before = await events(relais);

	const refusals = {
		"an unknown outcome": await person.post(path, but(fields, { outcome: "NO_SUCH" })),
		"an outdated page": await person.post(path, but(fields, { seen: "0" })),
		"no outcome": await person.post(path, but(fields, { outcome: undefined })),
		"an unknown field": await person.post(path, [...fields, ["surname", "x"]]),
		"a repeated field": await person.post(path, [...fields, ["seen", "1"]]),
		"a prototype key": await person.post(path, [...fields, ["__proto__", "x"]]),
		"a key that is no key": await person.post(path, but(fields, { key: "short" })),
		"a step that does not exist": await person.post(path.replace(/[^/]+$/, "no-such-step"), fields),
	};

	const statuses = Object.fromEntries(
		Object.entries(refusals).map(([what, { status }]) => [what, status]),
	);
	expect(statuses).toEqual({
		"an unknown outcome": 422,
		"an outdated page": 409,
		"no outcome": 422,
		"an unknown field": 400,
		"a repeated field": 400,
		"a prototype key": 400,
		"a key that is no key": 422,
		"a step that does not exist": 404,
	});
	for (const [what, { body }] of Object.entries(refusals)) {
		expect(textOf(body), what).not.toMatch(/\bat .*\.(ts|js):\d+|node_modules|TypeError/);
		expect(body, what).toContain("<h1");
	}
	expect(await events(relais)).toBe(before);
});

test("a body that is no form, or too long, or broken is refused before anything reads it", async ({
	relais,
}) => {
	const { person, path } = await someStep(relais);
	const before = await events(relais);
	const own = formHeaders(relais.origin);
	const send = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
		person.ask({ method: "POST", path, headers: { ...own, ...headers }, body });

	const answers = [
		await send('{"outcome":"DONE"}', { "content-type": "application/json" }),
		await send("--x\r\n", { "content-type": "multipart/form-data; boundary=x" }),
		await send("outcome=DONE", { "content-type": "" }),
		await send(`outcome=${"A".repeat(70_000)}`),
		await send(new Uint8Array([0x6f, 0x3d, 0xff, 0xfe])),
		await send("outcome=%00"),
	];

	expect(answers.map(({ status }) => status)).toEqual([415, 415, 415, 413, 400, 400]);
	expect(await events(relais)).toBe(before);
});

test("the same form twice is one effect and one answer; its key with another body is refused", async ({
	relais,
}) => {
	const { person, path } = await someStep(relais);
	const fields = await person.form(path);
	const before = await events(relais);

	const [first, again] = [await person.post(path, fields), await person.post(path, fields)];
	const recorded = await events(relais);
	const reused = await person.post(path, but(fields, { seen: String(recorded) }));

	expect([first.status, again.status]).toEqual([303, 303]);
	expect(again.headers.location).toBe(first.headers.location);
	expect(recorded).toBeGreaterThan(before);
	expect(reused.status).toBe(409);
	expect(await events(relais)).toBe(recorded);
});

test("no other site can act, whatever door it tries", async ({ relais }) => {
	const { person, path } = await someStep(relais);
	const fields = await person.form(path);
	const before = await events(relais);
	const body = new URLSearchParams(fields).toString();
	const type = { "content-type": "application/x-www-form-urlencoded" };
	const hostile: Record<string, string>[] = [
		{},
		{ origin: "https://elsewhere.example" },
		{ origin: "null" },
		{ origin: relais.origin, "sec-fetch-site": "cross-site" },
		{ origin: relais.origin, "sec-fetch-site": "same-site" },
		{ "sec-fetch-site": "cross-site" },
		{ origin: relais.origin.replace("http", "https") },
		{ origin: `${relais.origin}.elsewhere.example`, "sec-fetch-site": "cross-site" },
	];
	const doors = [path, `${path}?_data=routes%2Fsituations.$handle_.steps.$stepId`, paths.actAs()];

	const statuses = new Set<number>();
	for (const door of doors) {
		for (const headers of hostile) {
			const asked = { method: "POST", path: door, headers: { ...type, ...headers }, body };
			statuses.add((await person.ask(asked)).status);
		}
	}

	expect([...statuses]).toEqual([403]);
	expect(await events(relais)).toBe(before);
});

test("methods, addresses and handles that are not ours lead nowhere", async ({ relais }) => {
	const { person, path } = await someStep(relais);
	const before = await events(relais);
	const methods = ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"];

	for (const method of methods) {
		const headers = formHeaders(relais.origin);
		expect((await person.ask({ method, path, headers })).status, method).toBe(405);
	}
	const strange = [
		paths.situation(nowhere),
		paths.handoff(nowhere),
		paths.situation("../../etc/passwd"),
		paths.situation("'; drop table journal;--"),
		paths.handoffAct(nowhere, "accept"),
		`/situations/${"A".repeat(3000)}`,
		"/no-such-page",
	];
	for (const address of strange) {
		expect((await person.get(address)).status, address.slice(0, 60)).toBe(404);
	}
	expect((await person.get("/situations/%E0%A4%A")).status).toBeLessThan(500);
	expect(await events(relais)).toBe(before);
});

test("a code that was copied wrongly is told without a search; a foreign one is not found", async ({
	relais,
}) => {
	const person = await visitor(relais, "educatrice-a");
	const { code } = relais.store.first<{ code: string }>(
		"select code from participations where structure_id = 'crip-aubepine' and takes_part = 1",
	);
	const wrong = code.slice(0, 9) + (code.endsWith("0") ? "1" : "0");

	const misspelt = await person.post(paths.findSituation(), [["code", wrong]]);
	const foreign = await person.post(paths.findSituation(), [["code", code]]);

	expect([misspelt.status, foreign.status]).toEqual([422, 422]);
	expect(textOf(misspelt.body)).toContain("mal recopié");
	expect(textOf(foreign.body)).not.toContain("mal recopié");
	expect(foreign.body).not.toContain("/situations/H");
});

test("the session is a cookie that scripts and other sites never see, and it ends at once", async ({
	relais,
}) => {
	const guest = await visitor(relais);
	const entered = await guest.post(paths.demonstration("educatrice-a"), []);
	const set = entered.headers["set-cookie"] ?? [];
	const session = set.find((one) => /session/.test(one)) ?? "";
	const cookie = cookiesOf(entered);

	expect(session).toMatch(/HttpOnly/i);
	expect(session).toMatch(/SameSite=Strict/i);
	expect((await guest.ask({ path: paths.myDay(), headers: { cookie } })).status).toBe(200);
	await guest.ask({
		method: "POST",
		path: paths.signOut(),
		headers: { ...formHeaders(relais.origin), cookie },
	});
	const after = await guest.ask({ path: paths.myDay(), headers: { cookie } });
	expect([after.status, after.headers.location]).toEqual([303, paths.signIn()]);
});

/** A step that somebody can answer without any question, with its address. */
async function someStep(relais: OwnRelais): Promise<{ person: Visitor; path: string }> {
	const row = relais.store.first<{ handle: string; step: string; structure: string }>(
		`select p.handle, o.step_id step, o.structure_id structure from open_steps o
		 join participations p on p.situation_pk = o.situation_pk and p.structure_id = o.structure_id
		 where o.step_id in ('receive-sign', 'talk-and-inform', 'notice', 'explain-rights', 'safety-check')
		 and o.paused = 0 order by o.situation_pk desc`,
	);
	const person = await visitor(relais, receptionOf(row.structure));
	return { person, path: paths.step(row.handle, row.step) };
}

/** How many events history holds: nothing may add one unseen. */
async function events({ origin }: OwnRelais): Promise<number> {
	const answer = await fetch(`${origin}${paths.health()}`);
	const { journal } = (await answer.json()) as { journal: { events: number } };
	return journal.events;
}
