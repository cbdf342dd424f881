import { expect, test } from "vitest";
import { serving } from "./serving.for-tests.ts";

const token = "0123456789abcdef0123456789abcdef";

test("whoever shows the token reads the figures, as Prometheus wants them", async () => {
	const { ask, seen } = await guarded(token);

	const answered = await ask({ path: "/metrics", headers: { authorization: `Bearer ${token}` } });

	expect(answered.status).toBe(200);
	expect(answered.headers["content-type"]).toMatch(/^text\/plain;.*\bversion=0\.0\.4\b/);
	expect(answered.body).toContain("relais_uptime_seconds");
	expect(seen()).toBe(0);
});

test.each([
	["no token", {}],
	["another one", { authorization: `Bearer ${token}0` }],
	["the token as a password", { authorization: `Basic ${token}` }],
	["a word of its own machine", { "x-forwarded-for": "127.0.0.1" }],
])("with %s there is nothing here but the pages", async (_what, headers) => {
	const { ask, seen } = await guarded(token);

	const answered = await ask({ path: "/metrics", headers });

	expect(answered.body).not.toContain("relais_");
	expect(seen()).toBe(1);
});

test("where no token is set, none opens", async () => {
	const { ask, seen } = await guarded("");

	await ask({ path: "/metrics", headers: { authorization: "Bearer " } });
	await ask({ path: "/metrics", headers: { authorization: `Bearer ${token}` } });

	expect(seen()).toBe(2);
});

function guarded(metricsToken: string) {
	return serving(undefined, { RELAIS_METRICS_TOKEN: metricsToken });
}
