import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import { constantTimeEqual, symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { and, eq, isNull, lt } from "drizzle-orm";
import { codeSecrets } from "#db/schema/factors.ts";
import type { Services } from "./services.server.ts";
import { siteName } from "./site-name.ts";

/** How long a code of an application lasts, and how far its clock may be from ours. */
const stepMs = 30_000;
const stepsAside = [0, -1, 1];

/** A secret that was shown and never answered is made anew after so long. */
const unansweredMs = 60 * 60 * 1000;

/** What a person gives their code application: to scan, or to type. */
export type CodeSetup = { address: string; secret: string };

/**
 * The secret of an account that is about to use a code application. The same one is shown again
 * until its first code is given, so that a reloaded page changes nothing.
 */
export async function codeSetupOf(
	services: Services,
	{ userId, label }: { userId: string; label: string },
): Promise<CodeSetup> {
	const secret = (await unansweredSecret(services, userId)) ?? (await newSecret(services, userId));
	return {
		address: createOTP(secret).url(siteName, label),
		secret: base32.encode(secret, { padding: false }),
	};
}

/**
 * Takes a code of an application: of this half-minute or the ones beside it, and never twice.
 *
 * @param confirming for the first code of a secret that was just shown
 */
export async function takeCode(
	services: Services,
	userId: string,
	code: string,
	confirming = false,
): Promise<boolean> {
	const row = secretRow(services, userId);
	if (!row || (row.confirmedAt === null) !== confirming) return false;

	const secret = await opened(services, row.secret);
	const step = await stepOf(secret, code, services.clock.now());
	return step !== undefined && spend(services, userId, step);
}

/** Forgets the secret of an account. */
export function forgetCodes({ db }: Pick<Services, "db">, userId: string): void {
	db.delete(codeSecrets).where(eq(codeSecrets.userId, userId)).run();
}

/** The half-minute whose code this is, near an instant. */
async function stepOf(secret: Uint8Array, code: string, now: number): Promise<number | undefined> {
	const application = createOTP(secret);
	let found: number | undefined;
	for (const aside of stepsAside) {
		const step = Math.floor(now / stepMs) + aside;
		// Each is compared whatever came before: how long it takes tells nothing.
		if (constantTimeEqual(code, await application.hotp(step))) found ??= step;
	}
	return found;
}

/** Notes the half-minute of a code, unless a code of it or of a later one was taken before. */
function spend({ db, clock }: Services, userId: string, step: number): boolean {
	const { changes } = db
		.update(codeSecrets)
		.set({ lastStep: step, confirmedAt: clock.now() })
		.where(and(eq(codeSecrets.userId, userId), lt(codeSecrets.lastStep, step)))
		.run();
	return changes === 1;
}

async function unansweredSecret(services: Services, userId: string) {
	const row = secretRow(services, userId);
	if (!row || row.confirmedAt !== null) return undefined;
	if (services.clock.now() - row.createdAt >= unansweredMs) return undefined;
	return opened(services, row.secret);
}

async function newSecret(services: Services, userId: string): Promise<Uint8Array> {
	const bytes = services.random.bytes(20);
	const data = base32.encode(bytes, { padding: false });
	const secret = await symmetricEncrypt({ key: services.secret, data });
	const row = { secret, createdAt: services.clock.now(), lastStep: 0 };
	services.db
		.insert(codeSecrets)
		.values({ userId, ...row })
		.onConflictDoUpdate({
			target: codeSecrets.userId,
			set: row,
			setWhere: isNull(codeSecrets.confirmedAt),
		})
		.run();
	return bytes;
}

async function opened(services: Services, data: string): Promise<Uint8Array> {
	return base32.decode(await symmetricDecrypt({ key: services.secret, data }));
}

function secretRow({ db }: Services, userId: string) {
	return db.select().from(codeSecrets).where(eq(codeSecrets.userId, userId)).get();
}
