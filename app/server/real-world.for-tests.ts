import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import { hashPassword } from "better-auth/crypto";
import { eq } from "drizzle-orm";
import { setPassword } from "#db/credentials.ts";
import { members } from "#db/schema/structures.ts";
import { settleSmallTerritory } from "#db/small-territory.ts";
import { codeSetupOf, takeCode } from "./codes.server.ts";
import { testServices } from "./services.for-tests.ts";
import type { Services } from "./services.server.ts";

/** The password of everybody in the real world of the tests. */
export const realPassword = "quatre mots sans aucun lien";

const halfMinute = 30_000;

/**
 * Services where nothing is made up: a small territory whose people have an address such as
 * `crip@exemple.invalid`, the same password, and no second factor yet.
 */
export async function realWorld() {
	const services = testServices({ variables: { RELAIS_DEMO: "0", TRUST_PROXY: "loopback" } });
	settleSmallTerritory(services.db);
	const hash = await hashPassword(realPassword);
	services.db.transaction((tx) => {
		for (const { userId } of tx.select().from(members).all()) setPassword(tx, userId, hash, 0);
	});
	return services;
}

/** Gives somebody of the small territory other rights. */
export function giveRights(
	{ db }: Services,
	structureId: string,
	rights: Partial<typeof members.$inferInsert>,
): void {
	db.update(members)
		.set(rights)
		.where(eq(members.id, `${structureId}-member`))
		.run();
}

/** Links a code application for somebody, and gives its codes: of now, or of some half-minutes away. */
export async function linkCodes(services: Services, userId: string) {
	const { secret } = await codeSetupOf(services, { userId, label: "Référente A" });
	const codes = codesOf(services, secret);
	// An earlier half-minute, so that the code of now is still there to be used.
	await takeCode(services, userId, await codes(-1), true);
	return codes;
}

/** What an application that holds a secret shows. */
export function codesOf({ clock }: Services, secret: string) {
	return (halfMinutes = 0) =>
		createOTP(base32.decode(secret)).hotp(Math.floor(clock.now() / halfMinute) + halfMinutes);
}
