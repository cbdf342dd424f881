import { expect, test } from "vitest";
import type { Answer } from "./remix-handler.server.ts";
import { testOrigin } from "./services.for-tests.ts";
import { serving } from "./serving.for-tests.ts";

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
