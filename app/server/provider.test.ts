import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { providerKey } from "#db/provider-links.ts";
import { houseClient, type IdentityHouse, identityHouse } from "./identity-house.for-tests.ts";
import { createProvider, type Provider } from "./provider.server.ts";
import type { Trip } from "./provider-trips.server.ts";

const callback = "http://relais.test/sign-in/proconnect/callback";
const home = "http://relais.test/sign-in";
const minutes = 60;

let house: IdentityHouse;
beforeAll(async () => {
	house = await identityHouse(callback, home);
});
beforeEach(() => {
	const honest = { closed: false, claims: undefined, strangeKey: false, exchange: undefined };
	Object.assign(house, { next: { subject: "ada" } }, honest);
});
afterAll(() => house.stop());

test("whom the provider vouches for is named by who vouches and whom, and by nothing else", async () => {
	const provider = asking();

	const back = await goThrough(provider);

	expect(await provider.finish(back.search, back.trip)).toEqual({
		ok: true,
		value: {
			key: providerKey(house.issuer, "ada"),
			secondFactor: false,
			idToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
		},
	});
	expect(providerKey("https://other.example", "ada")).not.toBe(providerKey(house.issuer, "ada"));
});

test("nothing but an identifier is asked for, with a proof that the same browser comes back", async () => {
	const begun = await asking().begin();

	const asked = begun.ok ? begun.value.address.searchParams : new URLSearchParams();
	expect(Object.fromEntries(asked)).toEqual({
		client_id: houseClient.id,
		redirect_uri: callback,
		response_type: "code",
		scope: "openid",
		state: expect.stringMatching(/^[\w-]{43}$/),
		nonce: expect.stringMatching(/^[\w-]{43}$/),
		code_challenge: expect.stringMatching(/^[\w-]{43}$/),
		code_challenge_method: "S256",
		claims: '{"id_token":{"acr":null,"amr":null,"auth_time":null}}',
	});
});

test.each([
	[{ acr: "eidas2" }, true],
	[{ acr: "eidas3" }, true],
	[{ acr: "https://refeds.org/profile/mfa" }, true],
	[{ acr: "https://proconnect.gouv.fr/assurance/self-asserted-2fa" }, true],
	[{ acr: "eidas1", amr: ["pwd", "mfa"] }, true],
	[{ acr: "eidas1" }, false],
	[{ acr: "eidas22" }, false],
	[{ amr: ["pwd", "otp"] }, false],
	[{}, false],
])("a second factor is proved by %j: %s", async (proof, proved) => {
	house.next = { subject: "ada", ...proof };
	const provider = asking();

	const back = await goThrough(provider);

	const vouched = await provider.finish(back.search, back.trip);
	expect(vouched).toMatchObject({ ok: true, value: { secondFactor: proved } });
});

test("two factors that were proved a while ago, or nobody knows when, are proved again here", async () => {
	const provider = asking();
	const secondFactor = async () => {
		const back = await goThrough(provider);
		const vouched = await provider.finish(back.search, back.trip);
		return vouched.ok && vouched.value.secondFactor;
	};
	const now = Math.floor(Date.now() / 1000);

	house.next = { subject: "ada", acr: "eidas2", at: now - 9 * minutes };
	expect(await secondFactor()).toBe(true);
	house.next = { subject: "ada", acr: "eidas2", at: now - 11 * minutes };
	expect(await secondFactor()).toBe(false);
	house.next = { subject: "ada", acr: "eidas2" };
	house.claims = ({ auth_time: _when, ...claims }) => claims;
	expect(await secondFactor()).toBe(false);
});

const refused = { ok: false, code: "refused" };

test.each([
	["the audience of another application", { aud: "another" }],
	["another provider", { iss: "https://other.example" }],
	["the nonce of another way there", { nonce: "x".repeat(43) }],
	["a time that is over", { exp: 1_600_000_000 }],
	["no subject", { sub: undefined }],
])("a token with %s is refused", async (_what, changed) => {
	house.claims = (claims) => ({ ...claims, ...changed });
	const provider = asking();

	const back = await goThrough(provider);

	expect(await provider.finish(back.search, back.trip)).toEqual(refused);
});

test("a token whose signature is not the provider's is refused", async () => {
	house.strangeKey = true;
	const provider = asking();

	const back = await goThrough(provider);

	expect(await provider.finish(back.search, back.trip)).toEqual(refused);
});

test("an answer to another question is refused: state, nonce and verifier belong together", async () => {
	const provider = asking();
	const other: Trip = { state: "s".repeat(43), nonce: "n".repeat(43), verifier: "v".repeat(43) };

	for (const name of ["state", "nonce", "verifier"] as const) {
		const back = await goThrough(provider);
		const mixed = { ...back.trip, [name]: other[name] };
		expect(await provider.finish(back.search, mixed), name).toEqual(refused);
	}
});

test("an answer is taken once", async () => {
	const provider = asking();
	const back = await goThrough(provider);
	await provider.finish(back.search, back.trip);

	expect(await provider.finish(back.search, back.trip)).toEqual(refused);
});

test("who gives up there is not vouched for", async () => {
	house.next = { subject: "ada", givesUp: true };
	const provider = asking();

	const back = await goThrough(provider);

	expect(await provider.finish(back.search, back.trip)).toEqual({ ok: false, code: "cancelled" });
});

test("a provider that is down is told from one that refuses, and is asked again when it is up", async () => {
	const unavailable = { ok: false, code: "unavailable" };
	const provider = asking();
	house.closed = true;

	expect(await provider.begin()).toEqual(unavailable);
	house.closed = false;
	const back = await goThrough(provider);
	house.closed = true;
	expect(await provider.finish(back.search, back.trip)).toEqual(unavailable);
});

test("nobody listens at the address, or somebody else does: the provider is unavailable", async () => {
	const unavailable = { ok: false, code: "unavailable" };

	expect(await asking("http://127.0.0.1:9").begin()).toEqual(unavailable);
	expect(await asking(house.issuer.replace("127.0.0.1", "localhost")).begin()).toEqual(unavailable);
});

test("no code is given to an address outside the issuer's own, whatever the provider says", async () => {
	house.exchange = "http://127.0.0.1:9/token";
	const provider = asking();

	const back = await goThrough(provider);

	// Asking there would have been “unavailable”: nobody listens.
	expect(await provider.finish(back.search, back.trip)).toEqual(refused);
});

test("the session at the provider is ended there, once, with the token that names it", async () => {
	const provider = asking();
	const visit = provider.remember("a.b.c");

	const left = await provider.leave(visit, home);

	const address = left.ok ? left.value : undefined;
	expect(address?.href).toContain(`${house.issuer}/session/end?`);
	expect(Object.fromEntries(address?.searchParams ?? [])).toMatchObject({
		id_token_hint: "a.b.c",
		post_logout_redirect_uri: home,
		state: expect.stringMatching(/^[\w-]{43}$/),
	});
	expect(await provider.leave(visit, home)).toEqual({ ok: true, value: undefined });
});

function asking(issuer = house.issuer): Provider {
	const settings = { issuer, clientId: houseClient.id, clientSecret: houseClient.secret };
	return createProvider(
		{ ...settings, label: "ProConnect" },
		{
			callback,
			clock: { now: () => Date.now() },
			random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
		},
	);
}

/** Goes to the provider and back, as a browser would. */
async function goThrough(provider: Provider): Promise<{ search: string; trip: Trip }> {
	const begun = await provider.begin();
	if (!begun.ok) throw new Error(begun.code);
	let address = begun.value.address;
	const cookies = new Map<string, string>();
	while (!address.href.startsWith(callback)) {
		const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
		const answer = await fetch(address, { redirect: "manual", headers: { cookie } });
		for (const set of answer.headers.getSetCookie()) {
			const [name = "", value = ""] = set.split(";")[0]?.split("=") ?? [];
			cookies.set(name, value);
		}
		const next = answer.headers.get("location");
		if (next === null) throw new Error(`The provider stops at ${answer.status}.`);
		address = new URL(next, address);
	}
	return { search: address.search, trip: begun.value.trip };
}
