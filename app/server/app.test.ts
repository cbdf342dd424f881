import type { IncomingHttpHeaders } from "node:http";
import { expect, test } from "vitest";
import { noteError } from "./faults.server.ts";
import { securityHeaderNames } from "./headers.server.ts";
import type { Answer } from "./remix-handler.server.ts";
import { ownForm, serving } from "./serving.for-tests.ts";

test("a page is answered with the whole set of headers and a nonce of its own", async () => {
	const { ask } = await serving(async (_request, { nonce }) => new Response(nonce));

	const first = await ask({});
	const second = await ask({});

	expect(first.headers["content-security-policy"]).toContain(`'nonce-${first.body}'`);
	expect(first.body).not.toBe(second.body);
	expect(first.headers["content-security-policy"]).not.toContain("unsafe");
	expect(first.headers["cache-control"]).toBe("no-store");
	expect(first.headers["x-powered-by"]).toBeUndefined();
});

test("a form of our own page reaches the pages with its body", async () => {
	const { ask } = await serving(async (request) => new Response(await request.text()));

	const answered = await ask({ method: "POST", headers: ownForm, body: "step=alert" });

	expect(answered).toMatchObject({ status: 200, body: "step=alert" });
});

test.each([
	[403, { ...ownForm, origin: "https://evil.example" }, "POST", "a=b"],
	[403, { ...ownForm, origin: "null" }, "POST", "a=b"],
	[403, { ...ownForm, "sec-fetch-site": "cross-site" }, "POST", "a=b"],
	[403, { "content-type": ownForm["content-type"] }, "POST", "a=b"],
	[413, ownForm, "POST", "a".repeat(70_000)],
	[415, { ...ownForm, "content-type": "application/json" }, "POST", "{}"],
	[415, { ...ownForm, "content-type": "multipart/form-data; boundary=x" }, "POST", "--x--"],
	[411, { ...ownForm, "transfer-encoding": "chunked" }, "POST", "a=b"],
	[405, ownForm, "PUT", "a=b"],
	[405, ownForm, "DELETE", ""],
	[405, {}, "TRACE", ""],
] as const)("%i before the pages see it: %j %s", async (status, headers, method, body) => {
	for (const path of ["/", "/?_data=routes%2F_index", "/calendar.ics"]) {
		const { ask, seen } = await serving();

		const answered = await ask({ method, path, headers, body });

		expect(answered.status).toBe(status);
		expect(seen()).toBe(0);
		expectAllHeaders(answered.headers);
		expect(answered.body).toMatch(/<html lang="fr">.*<h1>.*<\/h1>/s);
		expect(answered.body).not.toMatch(/<script|\bat .*\.ts/);
	}
});

test.each([
	["an answer of the pages", 200, async () => new Response("ok")],
	[
		"a redirection",
		303,
		async () => new Response(null, { status: 303, headers: { location: "/" } }),
	],
	["absence", 404, async () => new Response(null, { status: 404 })],
	["a bug", 500, () => Promise.reject(new Error("secret of the test"))],
	["a store that is full", 503, () => Promise.reject(storeFull())],
] satisfies [string, number, Answer][])("the headers are on %s", async (_name, status, answer) => {
	const { ask } = await serving(answer);

	const answered = await ask({});

	expect(answered.status).toBe(status);
	expectAllHeaders(answered.headers);
	expect(answered.body).not.toContain("secret of the test");
});

test("a page cannot weaken a header, and may say how long it is kept", async () => {
	const weak = { "Content-Security-Policy": "default-src *", "Cache-Control": "max-age=60" };
	const { ask } = await serving(async () => new Response("", { headers: weak }));

	const { headers } = await ask({});

	expect(headers["content-security-policy"]).toContain("default-src 'none'");
	expect(headers["cache-control"]).toBe("max-age=60");
});

test("a store fault inside the pages becomes a 503 that says when to come back", async () => {
	const { ask } = await serving(async (_request, { services, fault }) => {
		noteError(storeFull(), { ...services, fault });
		return new Response("Unexpected Server Error", { status: 500 });
	});

	const page = await ask({});
	const data = await ask({ path: "/?_data=root" });

	expect(page).toMatchObject({ status: 503, headers: { "retry-after": "60" } });
	expect(page.body).toContain("Réessayez dans une minute");
	expect(data).toMatchObject({ status: 503, headers: { "x-remix-catch": "yes" } });
});

function expectAllHeaders(headers: IncomingHttpHeaders): void {
	for (const name of securityHeaderNames) expect(headers).toHaveProperty(name.toLowerCase());
	expect(headers["referrer-policy"]).toBe("same-origin");
}

function storeFull(): Error {
	return Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
}
