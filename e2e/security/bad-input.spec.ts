import { paths } from "#app/paths.ts";
import { expectClear } from "./clear-answer.ts";
import { doorsOf, someStep } from "./doors.ts";
import { expectRecorded } from "./effects.ts";
import { expect, test } from "./own-relais.ts";
import { but, cookiesOf, type Fields, formHeaders, textOf, visitor } from "./visitor.ts";

const nobodys = "AAAAAAAAAAAAAAAAAAAAAA";

test("whatever is wrong with an answer is told clearly, and nothing is recorded", async ({
	relais,
}) => {
	const { person, path } = await someStep(relais);
	const fields = await person.form(path);
	const wrong: [what: string, status: number, fields: Fields, path?: string][] = [
		["an unknown outcome", 422, but(fields, { outcome: "NO_SUCH" })],
		["an outcome of another step", 422, but(fields, { outcome: "ACCEPTED" })],
		["no outcome", 422, but(fields, { outcome: undefined })],
		["an outdated page", 409, but(fields, { seen: "0" })],
		["an age that is no number", 400, but(fields, { seen: "NaN" })],
		["a negative age", 400, but(fields, { seen: "-1" })],
		["a key that is no key", 400, but(fields, { key: "short" })],
		["no key", 400, but(fields, { key: undefined })],
		["nothing at all", 400, []],
		["an unknown field", 400, [...fields, ["surname", "x"]]],
		["a repeated field", 400, [...fields, ["seen", "1"]]],
		["a list where one answer is asked", 400, [...fields, ["outcome", "IMMINENT"]]],
		["a field in brackets", 400, [...fields, ["outcome[]", "DONE"]]],
		["__proto__", 400, [...fields, ["__proto__", "x"]]],
		["__proto__.outcome", 400, [...fields, ["__proto__.outcome", "x"]]],
		["constructor", 400, [...fields, ["constructor", "x"]]],
		["hasOwnProperty", 400, [...fields, ["hasOwnProperty", "x"]]],
		["an empty name", 400, [...fields, ["", "x"]]],
		["a step that does not exist", 404, fields, path.replace(/[^/]+$/, "no-such-step")],
		["a step named like a property", 404, fields, path.replace(/[^/]+$/, "__proto__")],
	];

	await expectRecorded(relais, "nothing", async () => {
		for (const [what, status, sent, address = path] of wrong) {
			const answer = await person.post(address, sent);
			expect(answer.status, what).toBe(status);
			expectClear(answer, what);
		}
	});
});

test("a body that is no form, too long or broken is refused before anything reads it", async ({
	relais,
}) => {
	const { person, path } = await someStep(relais);
	const own = formHeaders(relais.origin);
	const wrong: [status: number, body: string | Uint8Array, headers?: Record<string, string>][] = [
		[415, '{"outcome":"DONE"}', { "content-type": "application/json" }],
		[415, '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n', multipart("x")],
		[415, "--x", multipart("y")],
		[415, "outcome=DONE", { "content-type": "" }],
		[415, "outcome=DONE", { "content-type": "text/plain" }],
		[413, `outcome=${"A".repeat(70_000)}`],
		[413, "A".repeat(1_000_000)],
		[411, "outcome=DONE", { "transfer-encoding": "chunked" }],
		[400, new Uint8Array([0x6f, 0x3d, 0xff, 0xfe])],
		[400, "outcome=%00"],
		[400, "%00=outcome"],
		[400, "&&&===;;;"],
	];

	await expectRecorded(relais, "nothing", async () => {
		for (const [status, body, headers] of wrong) {
			const answer = await person.ask({
				...{ method: "POST", path, body },
				headers: { ...own, ...headers },
			});
			expect(answer.status, String(body).slice(0, 40)).toBe(status);
			expectClear(answer, String(body).slice(0, 40));
		}
	});
});

test("the same form twice is one effect and one answer; its key with another body is refused", async ({
	relais,
}) => {
	const { person, path } = await someStep(relais);
	const fields = await person.form(path);

	const first = await expectRecorded(relais, "something", () => person.post(path, fields));
	const again = await expectRecorded(relais, "nothing", () => person.post(path, fields));
	const other = await expectRecorded(relais, "nothing", () =>
		person.post(path, but(fields, { seen: "1" })),
	);

	expect([first.status, again.status, other.status]).toEqual([303, 303, 409]);
	expect(again.headers.location).toBe(first.headers.location);
	expectClear(other, "another body under the same key");
});

test("an opening sent ten times at once opens one situation", async ({ relais }) => {
	const person = await visitor(relais, "infirmiere-scolaire-a");
	const path = `${paths.newSituation()}?protocol=reference-a`;
	const fields = await person.form(path, { raises: undefined });

	const answers = await expectRecorded(relais, "something", () =>
		Promise.all(Array.from({ length: 10 }, () => person.post(path, fields))),
	);

	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
	expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
});

test("no other site can act, whichever door it tries and whatever it says of itself", async ({
	relais,
}) => {
	const { person, ...standing } = await someStep(relais);
	const { path } = standing;
	const body = new URLSearchParams(await person.form(path)).toString();
	const { origin } = relais;
	const hostile: Record<string, string>[] = [
		{},
		{ origin: "https://elsewhere.example" },
		{ origin: "null" },
		{ origin: "" },
		{ origin: origin.replace("http", "https") },
		{ origin: `${origin}.elsewhere.example` },
		{ origin, "sec-fetch-site": "cross-site" },
		{ origin, "sec-fetch-site": "same-site" },
		{ origin, "sec-fetch-site": "none" },
		{ "sec-fetch-site": "cross-site" },
		{ referer: `${origin}${path}` },
		{ origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example" },
	];
	const doors = await doorsOf(relais, standing);
	expect(doors.length).toBeGreaterThan(20);

	await expectRecorded(relais, "nothing", async () => {
		for (const door of doors) {
			for (const headers of hostile) {
				const type = { "content-type": "application/x-www-form-urlencoded" };
				const asked = { method: "POST", path: door, headers: { ...type, ...headers }, body };
				const answer = await person.ask(asked);
				expect(answer.status, `${door} ${JSON.stringify(headers)}`).toBe(403);
				expect(answer.headers["set-cookie"], door).toBeUndefined();
				expectClear(answer, door);
			}
		}
	});
	process.stdout.write(
		`${doors.length * hostile.length} foreign posts at ${doors.length} doors: none let in
`,
	);
	expect((await person.get(paths.myDay())).status).toBe(200);
});

test("asking to see what can only be done does nothing", async ({ relais }) => {
	const person = await visitor(relais, "educatrice-a");

	await expectRecorded(relais, "nothing", async () => {
		for (const path of [
			paths.signOut(),
			paths.actAs(),
			paths.language(),
			`${paths.language()}?language=en`,
			paths.demonstration("cadre-ase-a"),
		]) {
			const answer = await person.get(path);
			expect(answer.status, path).toBe(303);
			expect(answer.headers["set-cookie"], path).toBeUndefined();
		}
	});
	expect((await person.get(paths.account())).body).toContain("Éducatrice A");
});

test("methods that nothing here answers are refused everywhere", async ({ relais }) => {
	const { person, path } = await someStep(relais);

	await expectRecorded(relais, "nothing", async () => {
		for (const method of ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "OPTIONS", "LOCK"]) {
			for (const address of [path, paths.health(), paths.signOut(), "/favicon.svg"]) {
				const headers = formHeaders(relais.origin);
				const answer = await person.ask({ method, path: address, headers });
				expect(answer.status, `${method} ${address}`).toBe(405);
				expect(answer.headers.allow).toBe("GET, HEAD, POST");
				expectClear(answer, `${method} ${address}`);
			}
		}
	});
});

test("handles and addresses that are not ours, or not theirs, lead nowhere", async ({ relais }) => {
	const { person, path } = await someStep(relais);
	const fields = await person.form(path);
	const foreign = relais.store.first<{ handle: string }>(
		`select handle from participations where takes_part = 1 and structure_id = 'crip-aubepine'`,
	).handle;
	const strange = [
		paths.situation(foreign),
		paths.step(foreign, "first-analysis"),
		paths.handoff(foreign),
		paths.situation(nobodys),
		paths.handoff(nobodys),
		paths.handoffAct(nobodys, "accept"),
		paths.handoffAct(nobodys, "__proto__"),
		paths.situation("../../etc/passwd"),
		paths.situation("..%2f..%2fsecret"),
		paths.situation("'; drop table journal;--"),
		paths.situation("{{7*7}}"),
		paths.situation("<script>alert(1)</script>"),
		paths.situation("1"),
		paths.structure("__proto__"),
		paths.protocol("constructor"),
		`/situations/${"A".repeat(3000)}`,
		"//elsewhere.example/my-day",
		"/.env",
		"/build/server/index.js",
		"/assets/../../package.json",
		"/assets/..%2f..%2fpackage.json",
		"/no-such-page",
	];

	await expectRecorded(relais, "nothing", async () => {
		for (const address of strange) {
			const seen = await person.get(address);
			expect(seen.status, address.slice(0, 60)).toBe(404);
			expectClear(seen, address.slice(0, 60));
			expect(seen.body).not.toContain("<script>alert");
			const sent = await person.post(address, fields);
			expect([404, 405], address.slice(0, 60)).toContain(sent.status);
		}
	});
});

test("an address that cannot be read, or never ends, is refused in words", async ({ relais }) => {
	const person = await visitor(relais, "educatrice-a");

	for (const [path, status] of [
		["/situations/%E0%A4%A", 400],
		["/%00", 400],
		["/my-day?list=%E0%A4%A", 200],
		[`/my-day?list=${"a".repeat(8000)}`, 200],
		[`/${"a".repeat(30_000)}`, 431],
	] as const) {
		const answer = await person.get(path);
		expect(answer.status, path.slice(0, 40)).toBe(status);
		expectClear(answer, path.slice(0, 40));
	}
});

test("a code that was copied wrongly is told without a search; a foreign one is not found", async ({
	relais,
}) => {
	const person = await visitor(relais, "educatrice-a");
	const { code } = relais.store.first<{ code: string }>(
		"select code from participations where structure_id = 'crip-aubepine' and takes_part = 1",
	);
	const wrong = code.slice(0, 9) + (code.endsWith("0") ? "1" : "0");

	await expectRecorded(relais, "nothing", async () => {
		const misspelt = await person.post(paths.findSituation(), [["code", wrong]]);
		const foreign = await person.post(paths.findSituation(), [["code", code]]);
		const absurd = await person.post(paths.findSituation(), [["code", "%' or 1=1 --"]]);

		expect([misspelt.status, foreign.status, absurd.status]).toEqual([422, 422, 422]);
		expect(textOf(misspelt.body)).toContain("mal recopié");
		expect(textOf(foreign.body)).toContain("Votre structure n'a pas de situation sous ce code.");
		for (const answer of [misspelt, foreign, absurd]) expectClear(answer, "the code search");
	});
});

test("the cookies are seen by no script and sent by no other site; signing out ends the session", async ({
	relais,
}) => {
	const guest = await visitor(relais);
	const entered = await guest.post(paths.demonstration("educatrice-a"), []);
	const cookie = cookiesOf(entered);
	const headers = { ...formHeaders(relais.origin), cookie };
	const seen = async () => (await guest.ask({ path: paths.myDay(), headers: { cookie } })).status;

	const set = entered.headers["set-cookie"] ?? [];
	expect(set.map((one) => one.split("=")[0]).sort()).toEqual([
		"relais_acting",
		"relais_language",
		"relais_session",
	]);
	for (const one of set) expect(one).toMatch(/; HttpOnly/i);
	for (const one of set) expect(one).not.toMatch(/; Domain/i);
	for (const one of set.filter((each) => !each.startsWith("relais_language"))) {
		expect(one).toMatch(/; SameSite=Strict/i);
	}
	expect(await seen()).toBe(200);
	const left = await guest.ask({ method: "POST", path: paths.signOut(), headers });
	expect(left.headers["clear-site-data"]).toBe('"*"');
	expect(await seen()).toBe(303);
});

test("a cookie that was changed is nobody's", async ({ relais }) => {
	const guest = await visitor(relais);
	const entered = cookiesOf(await guest.post(paths.demonstration("educatrice-a"), []));
	const { origin } = relais;

	for (const cookie of [
		entered.replace(/(relais_session=)./, "$1_"),
		entered.replace(/%3D/, "%3E"),
		"relais_session=; relais_acting=educatrice-a",
		"relais_session=__proto__",
		`relais_session=${"A".repeat(4000)}`,
		"relais_session=%E0%A4%A",
	]) {
		const answer = await guest.ask({ path: paths.myDay(), headers: { cookie } });
		expect(answer.status, cookie.slice(0, 40)).toBe(303);
		expect(new URL(answer.headers.location ?? "", origin).pathname).toBe(paths.signIn());
	}
	const acting = entered.replace(/relais_acting=[^;]+/, "relais_acting=reception-crip-a");
	const other = await guest.ask({ path: paths.account(), headers: { cookie: acting } });
	expect(other.body).toContain("Éducatrice A");
});

function multipart(boundary: string): Record<string, string> {
	return { "content-type": `multipart/form-data; boundary=${boundary}` };
}
