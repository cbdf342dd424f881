import { expect, test } from "vitest";
import { sessions } from "#db/schema/accounts.ts";
import { territories } from "#db/schema/territories.ts";
import { authBasePath, openAuthPaths } from "./auth-options.server.ts";
import {
	cookieOf,
	email,
	inhabited,
	memberOf,
	minute,
	password,
	request,
	signedIn,
} from "./inhabited.for-tests.ts";
import { testOrigin } from "./services.for-tests.ts";
import type { Services } from "./services.server.ts";
import { signIn, signInToDemonstration, signOut } from "./sessions.server.ts";

test("a session cookie is out of reach of scripts and other sites, and held to https by its name", async () => {
	const local = (await inhabited()).services;
	const remote = (await inhabited({ RELAIS_ORIGIN: "https://relais.example.org" })).services;

	expect(await setCookies(local)).toEqual([
		expect.stringMatching(
			/^relais_session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
		),
	]);
	expect(await setCookies(remote)).toEqual([
		expect.stringMatching(/^__Host-relais_session=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
	]);
});

test("an unknown address and a wrong password get the same answer", async () => {
	const { services } = await inhabited();

	const wrong = { ok: false, code: "wrong" };
	expect(await signIn(services, request(), { email, password: "not the password" })).toEqual(wrong);
	expect(await signIn(services, request(), { email: "b@example.org", password })).toEqual(wrong);
	expect(await signIn(services, request(), { email: "not an address", password })).toEqual(wrong);
});

test("after ten wrong passwords an account is closed for a quarter of an hour, even to the right one", async () => {
	const { services } = await inhabited();
	for (let tried = 0; tried < 10; tried++) {
		await signIn(services, request(`203.0.${tried}.0`), { email, password: "wrong" });
	}

	expect(await signIn(services, request(), { email, password })).toEqual({
		ok: false,
		code: "too-many",
	});
	services.pass(15 * minute);
	expect(await signIn(services, request(), { email, password })).toMatchObject({ ok: true });
});

test("signing in again ends the session that the browser had", async () => {
	const { services } = await inhabited();
	const first = await signedIn(services);

	const second = await signedIn(services, first);

	expect(await memberOf(services, first)).toBeNull();
	expect(await memberOf(services, second)).not.toBeNull();
});

test("signing out ends the session on the server and has the browser forget the site", async () => {
	const { services } = await inhabited();
	const cookie = await signedIn(services);

	const headers = await signOut(services, request(undefined, cookie));

	expect(headers.get("Clear-Site-Data")).toBe('"*"');
	expect(await memberOf(services, cookie)).toBeNull();
	expect(services.db.select().from(sessions).all()).toEqual([]);
});

test("the demonstration is entered without a password, as one of its people", async () => {
	const { services } = await inhabited();

	const entered = await signInToDemonstration(services, request(), "bea-street");

	const cookie = entered.ok ? cookieOf(entered.headers) : "";
	expect(await memberOf(services, cookie)).toMatchObject({ memberId: "bea-street", userId: "bea" });
});

test("no one enters a real territory that way, nor anything where the demonstration is off", async () => {
	const { services } = await inhabited();
	const off = (await inhabited({ RELAIS_DEMO: "0" })).services;
	services.db.update(territories).set({ demonstration: false }).run();

	const refused = { ok: false, code: "wrong" };
	expect(await signInToDemonstration(services, request(), "bea-street")).toEqual(refused);
	expect(await signInToDemonstration(off, request(), "bea-street")).toEqual(refused);
	expect(await signInToDemonstration(services, request(), "nobody")).toEqual(refused);
});

test("of all that better-auth would mount, only signing in and out answer", async () => {
	const { services } = await inhabited();
	const { paths, handle } = services.auth;
	expect(paths().length).toBeGreaterThan(20);

	for (const path of paths()) {
		for (const method of ["GET", "POST"]) {
			const asked = new Request(`${testOrigin}${authBasePath}${path}`, { method });
			const answered = await handle(asked).catch((thrown: unknown) => thrown as Response);
			if (!openAuthPaths.some((open) => open === path)) expect(answered.status).toBe(404);
		}
	}
	expect(paths()).toContain("/sign-up/email");
});

test("a store that cannot be written to refuses the sign-in as its own fault, not as a wrong password", async () => {
	const { services } = await inhabited();
	services.db.$client.pragma("query_only = ON");

	const signingIn = signIn(services, request(), { email, password });

	await expect(signingIn).rejects.toMatchObject({
		code: expect.stringMatching(/^SQLITE_READONLY/),
	});
	services.db.$client.pragma("query_only = OFF");
	expect(await signIn(services, request(), { email, password })).toMatchObject({ ok: true });
});

test("no address of a browser is kept with its session", async () => {
	const { services } = await inhabited();
	await signedIn(services);

	expect(services.db.select().from(sessions).get()).toMatchObject({ ipAddress: null });
});

async function setCookies(services: Services): Promise<string[]> {
	const result = await signIn(services, request(), { email, password });
	return result.ok ? result.headers.getSetCookie() : [];
}
