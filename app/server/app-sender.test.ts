import { expect, test } from "vitest";
import type { Answer } from "./remix-handler.server.ts";
import { testOrigin } from "./services.for-tests.ts";
import { ownForm, serving } from "./serving.for-tests.ts";

test("ten refused sign-ins of one network are enough, for a quarter of an hour", async () => {
	const { ask, seen } = await serving(async () => new Response(null, { status: 422 }));
	const signIn = () => ask({ method: "POST", path: "/sign-in", headers: ownForm, body: "a=b" });

	const statuses: number[] = [];
	for (let tried = 0; tried < 12; tried++) statuses.push((await signIn()).status);

	expect(statuses).toEqual([...Array(10).fill(422), 429, 429]);
	expect(seen()).toBe(10);
	expect((await signIn()).headers["retry-after"]).toBe("900");
	expect((await ask({ path: "/sign-in" })).status).toBe(422);
});

test("good sign-ins are not counted", async () => {
	const { ask } = await serving(async () => new Response(null, { status: 303 }));

	for (let signedIn = 0; signedIn < 15; signedIn++) {
		const answered = await ask({ method: "POST", path: "/sign-in", headers: ownForm, body: "a=b" });
		expect(answered.status).toBe(303);
	}
});

test("what a client says about itself is forgotten, unless its proxy is known", async () => {
	const echo: Answer = async (request) => Response.json(Object.fromEntries(request.headers));
	const claims = {
		"x-forwarded-for": "198.51.100.7",
		"x-forwarded-host": "evil.example",
		"x-client-ip": "192.0.2.1",
		"x-real-ip": "192.0.2.2",
	};

	const direct = JSON.parse((await (await serving(echo)).ask({ headers: claims })).body);
	const proxied = JSON.parse(
		(await (await serving(echo, { TRUST_PROXY: "loopback" })).ask({ headers: claims })).body,
	);

	expect(direct).toMatchObject({ "x-client-ip": "127.0.0.0", host: "relais.test" });
	expect(proxied).toMatchObject({ "x-client-ip": "198.51.100.0", host: "relais.test" });
	expect(direct).not.toHaveProperty("x-forwarded-for");
	for (const seen of [direct, proxied]) {
		expect(seen).not.toHaveProperty("x-forwarded-host");
		expect(seen).not.toHaveProperty("x-real-ip");
	}
});

test("an address is made of our own origin, whatever the Host header says", async () => {
	const { ask } = await serving(async (request) => new Response(request.url));

	expect((await ask({ headers: { host: "evil.example" }, path: "//evil.example/a" })).body).toBe(
		`${testOrigin}//evil.example/a`,
	);
	expect((await ask({ path: "/%E0%A4%A" })).status).toBe(400);
});
