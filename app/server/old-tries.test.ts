import { expect, test } from "vitest";
import { rateLimits, tries } from "#db/schema/accounts.ts";
import { inhabited, minute, request } from "./inhabited.for-tests.ts";
import { signIn } from "./sessions.server.ts";
import { forgetOldTries } from "./tries.server.ts";

test("after a day nothing is left of who tried from which network", async () => {
	const { services } = await inhabited();
	await signIn(services, request("198.51.100.0"), { email: "a@example.org", password: "wrong" });

	forgetOldTries(services);
	const known = [
		services.db.select().from(tries).all(),
		services.db.select().from(rateLimits).all(),
	];
	services.pass(24 * 60 * minute + 1);
	forgetOldTries(services);

	expect(known.map((rows) => rows.length)).toEqual([expect.any(Number), 1]);
	expect(known.flat().length).toBeGreaterThan(1);
	expect(services.db.select().from(tries).all()).toEqual([]);
	expect(services.db.select().from(rateLimits).all()).toEqual([]);
});
