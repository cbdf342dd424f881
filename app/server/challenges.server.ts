import { createHash } from "node:crypto";
import { and, eq, gt, isNull, lte } from "drizzle-orm";
import { type challengePurposes, challenges } from "#db/schema/factors.ts";
import type { Services } from "./services.server.ts";

/** For what a passkey is asked, and of whom; nobody is known yet at the door. */
export type Asked = { purpose: (typeof challengePurposes)[number]; userId?: string };

/** How long somebody has to find their key. */
export const challengeMs = 5 * 60 * 1000;

/** Draws what a passkey is asked to sign. Only a hash of it is kept, until it is answered. */
export function newChallenge({ db, clock, random }: Services, { purpose, userId }: Asked) {
	const bytes = Uint8Array.from(random.bytes(32));
	const hash = hashOf(Buffer.from(bytes).toString("base64url"));
	const expiresAt = clock.now() + challengeMs;
	db.insert(challenges)
		.values({ hash, purpose, userId: userId ?? null, expiresAt })
		.run();
	return bytes;
}

/**
 * Takes a challenge back: the first answer to it, right or wrong, is the only one.
 *
 * @param challenge as the browser gives it back, base64url
 * @returns whether it was ours, for this purpose and person, and in time
 */
export function spendChallenge(
	{ db, clock }: Services,
	challenge: string,
	{ purpose, userId }: Asked,
): boolean {
	const { changes } = db
		.delete(challenges)
		.where(
			and(
				eq(challenges.hash, hashOf(challenge)),
				eq(challenges.purpose, purpose),
				userId === undefined ? isNull(challenges.userId) : eq(challenges.userId, userId),
				gt(challenges.expiresAt, clock.now()),
			),
		)
		.run();
	return changes === 1;
}

/** Forgets the challenges that nobody answered. */
export function forgetOldChallenges({ db, clock }: Services): void {
	db.delete(challenges).where(lte(challenges.expiresAt, clock.now())).run();
}

function hashOf(challenge: string): string {
	return createHash("sha256").update(challenge).digest("base64url");
}
