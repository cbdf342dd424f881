import { expect, test } from "vitest";
import { createAccount } from "#db/accounts.ts";
import { holdsRealOnes } from "#db/made-up.ts";
import { sessions } from "#db/schema/accounts.ts";
import { territories } from "#db/schema/territories.ts";
import { demonstrationId } from "#db/seed/demonstration.ts";
import { demonstrationPassword } from "#db/seed/people.ts";
import { settle } from "#db/seed/settlement.ts";
import { keepApart } from "./first-start.server.ts";
import { cookieOf, email, inhabited, memberOf, password, request } from "./inhabited.for-tests.ts";
import { testServices } from "./services.for-tests.ts";
import { signIn, signInToDemonstration } from "./sessions.server.ts";

const monday = Date.UTC(2026, 8, 7, 8);

test("a demonstration starts by itself, however often", () => {
	const services = testServices();
	keepApart(services);

	settle(services.db, demonstrationId, monday);

	expect(holdsRealOnes(services.db)).toBe(false);
	expect(() => keepApart(services)).not.toThrow();
});

test("beside a real territory it does not start, and says what to do in one sentence", () => {
	const services = testServices();
	settle(services.db, demonstrationId, monday);
	services.db.insert(territories).values({ id: "d01", name: "Ain" }).run();

	expect(() => keepApart(services)).toThrow(
		/^This store holds a real territory.*RELAIS_DEMO=0.*\.$/,
	);
	expect(() =>
		keepApart({ ...services, environment: { ...services.environment, demonstration: false } }),
	).not.toThrow();
});

test("beside the account of somebody who has no place in it, it does not start either", async () => {
	const services = testServices();
	settle(services.db, demonstrationId, monday);

	await createAccount(services.db, { id: "real", email: "r@structure.fr", name: "R", at: monday });

	expect(() => keepApart(services)).toThrow(/real territory or account/);
});

test("where it is switched off, no password of the demonstration opens anything", async () => {
	const services = testServices({ variables: { RELAIS_DEMO: "0" } });
	settle(services.db, demonstrationId, monday);

	const person = { email: "educatrice-a@demonstration.invalid", password: demonstrationPassword };
	const entered = await signIn(services, request(), person);

	expect(entered.ok).toBe(false);
	expect(await signInToDemonstration(services, request(), "educatrice-a")).toMatchObject({
		ok: false,
	});
	expect(services.db.select().from(sessions).all()).toEqual([]);
});

test("a session of the demonstration is worth nothing once it is switched off", async () => {
	const { services } = await inhabited();
	const entered = await signIn(services, request(), { email, password });
	const cookie = entered.ok ? cookieOf(entered.headers) : "";
	expect(await memberOf(services, cookie)).not.toBeNull();

	const off = { ...services, environment: { ...services.environment, demonstration: false } };

	expect(await memberOf(off, cookie)).toBeNull();
});
