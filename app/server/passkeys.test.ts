import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { passkeysOf } from "#db/passkeys.ts";
import { challenges, passkeys } from "#db/schema/factors.ts";
import { authenticator, type Bend } from "./authenticator.for-tests.ts";
import { challengeMs } from "./challenges.server.ts";
import { inhabited } from "./inhabited.for-tests.ts";
import {
	authenticationOptions,
	keepPasskey,
	registrationOptions,
	siteOf,
	takePasskey,
} from "./passkeys.server.ts";
import type { Services } from "./services.server.ts";

const ada = { userId: "ada", label: "Référente A" };

test("a key that was made opens its account, as often as it signs something new", async () => {
	const { services, device } = await withKey();

	for (let visit = 0; visit < 3; visit++) {
		const options = await authenticationOptions(services);
		expect(await takePasskey(services, device.sign(options))).toBe("ada");
	}
});

test("the device is asked to verify its holder and to keep the key, and is told no name", async () => {
	const { services } = await inhabited();

	const making = await registrationOptions(services, ada);
	const signing = await authenticationOptions(services);

	expect(making.authenticatorSelection).toMatchObject({
		residentKey: "required",
		userVerification: "required",
	});
	expect(making.attestation).toBe("none");
	expect(making.rp.name).toBe("Espace professionnel");
	expect(making.user).toMatchObject({ name: "Référente A", displayName: "Référente A" });
	expect(Buffer.from(making.user.id, "base64url").toString("latin1")).not.toContain("ada");
	expect(signing).toMatchObject({ userVerification: "required", allowCredentials: [] });
});

test("of a key its number, its public half and closed words are kept", async () => {
	const { services } = await withKey();

	expect(passkeysOf(services.db, "ada")).toMatchObject([{ number: 1, attachment: "platform" }]);
	expect(services.db.select().from(passkeys).get()).toMatchObject({ transports: "internal" });
});

test.each([
	["another site's page asked for it", { origin: "https://relais.evil.example" }],
	["a page of the same name over another way asked for it", { origin: "https://relais.test" }],
	["the device did not verify its holder", { verified: false }],
] satisfies [string, Bend][])("nothing is kept and nothing opens when %s", async (_why, bend) => {
	const { services, device } = await withKey();
	const other = authenticator();

	const made = other.make(await registrationOptions(services, ada), bend);
	const signed = device.sign(await authenticationOptions(services), bend);

	expect(await keepPasskey(services, "ada", made)).toBeUndefined();
	expect(await takePasskey(services, signed)).toBeUndefined();
});

test("a challenge is answered once, whether the answer was right or wrong", async () => {
	const { services, device } = await withKey();
	const options = await authenticationOptions(services);
	const right = device.sign(options);
	const again = device.sign(options);
	const spoiled = await authenticationOptions(services);
	const wrong = device.sign(spoiled, { origin: "https://evil.example" });
	const late = device.sign(spoiled);

	expect(await takePasskey(services, right)).toBe("ada");
	expect(await takePasskey(services, right)).toBeUndefined();
	expect(await takePasskey(services, again)).toBeUndefined();
	expect(await takePasskey(services, wrong)).toBeUndefined();
	expect(await takePasskey(services, late)).toBeUndefined();
});

test("a challenge is answered within five minutes, and is kept as a hash until then", async () => {
	const { services, device } = await withKey();
	const options = await authenticationOptions(services);
	const kept = services.db.select().from(challenges).all();

	services.pass(challengeMs);

	expect(JSON.stringify(kept)).not.toContain(options.challenge);
	expect(await takePasskey(services, device.sign(options))).toBeUndefined();
});

test("an answer counts for the purpose and the person that were asked, and no other", async () => {
	const { services, device } = await withKey();
	const bees = authenticator();
	const bea = { userId: "bea", label: "Référente B" };
	await keepPasskey(services, "bea", bees.make(await registrationOptions(services, bea)));

	const atTheDoor = device.sign(await authenticationOptions(services));
	const adasOwn = device.sign(await authenticationOptions(services, "ada"));
	const beasForAda = bees.sign(await authenticationOptions(services, "ada"));
	const makingForBea = authenticator().make(await registrationOptions(services, bea));

	expect(await takePasskey(services, atTheDoor, "ada")).toBeUndefined();
	expect(await takePasskey(services, adasOwn)).toBeUndefined();
	expect(await takePasskey(services, beasForAda, "ada")).toBeUndefined();
	expect(await keepPasskey(services, "ada", makingForBea)).toBeUndefined();
});

test("a key that nobody knows, or that was taken away, opens nothing", async () => {
	const { services, device } = await withKey();
	const stranger = authenticator();

	expect(
		await takePasskey(services, stranger.sign(await authenticationOptions(services))),
	).toBeUndefined();
	services.db.delete(passkeys).where(eq(passkeys.userId, "ada")).run();
	expect(
		await takePasskey(services, device.sign(await authenticationOptions(services))),
	).toBeUndefined();
});

test("a counter that goes back or stands still tells of a copy, which opens nothing", async () => {
	const { services, device } = await withKey();
	const signed = async (counter: number) =>
		takePasskey(services, device.sign(await authenticationOptions(services), { counter }));

	expect(await signed(7)).toBe("ada");
	expect(await signed(7)).toBeUndefined();
	expect(await signed(3)).toBeUndefined();
	expect(await signed(0)).toBeUndefined();
	expect(await signed(8)).toBe("ada");
});

test("a key and its copy that sign at once do not both come in", async () => {
	const { services, device } = await withKey();
	const signed = async () => device.sign(await authenticationOptions(services), { counter: 5 });

	const [one, other] = [await signed(), await signed()];
	const taken = await Promise.all([takePasskey(services, one), takePasskey(services, other)]);

	expect(taken.filter((userId) => userId === "ada")).toHaveLength(1);
});

test("a device that does not count is believed as long as it never counted", async () => {
	const { services, device } = await withKey();
	const signed = async (counter: number) =>
		takePasskey(services, device.sign(await authenticationOptions(services), { counter }));

	expect(await signed(0)).toBe("ada");
	expect(await signed(0)).toBe("ada");
});

test("a signature that was bent is none, and what is no signature at all is no bug", async () => {
	const { services, device } = await withKey();
	const signed = device.sign(await authenticationOptions(services));
	const bent = signed.replace(
		/("signature":")(.)/,
		(_, name, first) => `${name}${first === "A" ? "B" : "A"}`,
	);

	for (const sent of [
		bent,
		"",
		"{}",
		"null",
		"[]",
		'{"id":1}',
		"\u0000",
		`{"id":"${"A".repeat(9)}"}`,
	]) {
		expect(await takePasskey(services, sent)).toBeUndefined();
		expect(await keepPasskey(services, "ada", sent)).toBeUndefined();
	}
});

test("the same key is not kept twice, and nobody keeps more than ten", async () => {
	const { services, device } = await withKey();
	const make = async (one: ReturnType<typeof authenticator>) =>
		keepPasskey(services, "ada", one.make(await registrationOptions(services, ada)));

	expect(await make(device)).toBeUndefined();
	for (let number = 2; number <= 10; number++) expect(await make(authenticator())).toBe(number);
	expect(await make(authenticator())).toBeUndefined();
});

test("keys are for the public address, of which a machine's other spellings are none", () => {
	expect(siteOf({ origins: ["https://relais.example.org"] })).toEqual({
		id: "relais.example.org",
		origins: ["https://relais.example.org"],
	});
	expect(
		siteOf({ origins: ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"] }),
	).toEqual({ id: "localhost", origins: ["http://localhost:3000"] });
});

async function withKey() {
	const { services } = await inhabited();
	const device = authenticator();
	const number = await keep(services, device);
	if (number !== 1) throw new Error("The first key was not kept.");
	return { services, device };
}

async function keep(services: Services, device: ReturnType<typeof authenticator>) {
	return keepPasskey(services, "ada", device.make(await registrationOptions(services, ada)));
}
