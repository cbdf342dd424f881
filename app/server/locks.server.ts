import { verifyPassword } from "better-auth/crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import { accounts, sessions } from "#db/schema/accounts.ts";
import { type Factors, factorsOf } from "./factors.server.ts";
import { type Guessed, guess, networkBehind } from "./guesses.server.ts";
import type { Entry } from "./member.server.ts";
import { guessCode } from "./second-factors.server.ts";
import type { Services } from "./services.server.ts";
import { noteEntry, renewSession } from "./sessions.server.ts";

/** How a locked session is taken up again. */
export type Unlocking = {
	/** What is typed; nothing where one tap is enough, or where only a passkey does. */
	typed: "password" | "code" | "tap" | "none";
	passkey: boolean;
};

/** How somebody takes up their session again. */
export function unlockingOf(services: Services, { session, member }: Entry): Unlocking {
	const factors = factorsOf(services, session.userId);
	const tap = session.way === "demonstration" && member.demonstration;
	return { typed: tap ? "tap" : typedFor(factors), passkey: !tap && factors.passkeys > 0 };
}

function typedFor({ password, codes }: Factors): Unlocking["typed"] {
	if (password) return "password";
	return codes ? "code" : "none";
}

/** Locks a session: until it is taken up again, it shows the page of the lock and nothing else. */
export function lockSession(services: Services, { session, member }: Entry): void {
	const { memberId: actor, structureId, visit } = member;
	services.db
		.update(sessions)
		.set({ lockedAt: new Date(services.clock.now()) })
		.where(eq(sessions.token, session.token))
		.run();
	noteEntry(services, { actor, structureId, act: "LOCKED", visit });
}

/**
 * Takes up a locked session with what was typed. The session gets another name; a password is no
 * proof for the acts that ask for one, so that what was proved before the lock is forgotten.
 *
 * @returns the headers that set its cookies
 */
export async function unlockSession(
	services: Services,
	request: Request,
	entry: Entry,
	typed: string,
): Promise<Guessed<Headers>> {
	const { session, member } = entry;
	const how = unlockingOf(services, entry).typed;
	const guessed = await guessTyped(services, request, session.userId, { how, typed });
	const { memberId: actor, structureId, visit } = member;
	if (!guessed.ok) {
		if (guessed.code === "wrong") {
			noteEntry(services, { actor, structureId, act: "STEP_UP_REFUSED", visit });
		}
		return guessed;
	}
	noteEntry(services, { actor, structureId, act: "UNLOCKED", visit });
	const provedAt = how === "code" ? services.clock.now() : undefined;
	return { ok: true, value: await renewSession(services, request, session, provedAt) };
}

/** Takes the password of an account that is known already. */
export function guessOwnPassword(
	services: Services,
	request: Request,
	userId: string,
	password: string,
): Promise<Guessed<true>> {
	const guesser = { account: userId, network: networkBehind(request) };
	return guess(services, "proof", guesser, async () => {
		const hash = passwordHashOf(services, userId);
		if (!hash || password === "") return undefined;
		return (await verifyPassword({ hash, password })) || undefined;
	});
}

async function guessTyped(
	services: Services,
	request: Request,
	userId: string,
	{ how, typed }: { how: Unlocking["typed"]; typed: string },
): Promise<Guessed<unknown>> {
	switch (how) {
		case "tap":
			return { ok: true, value: true };
		case "password":
			return guessOwnPassword(services, request, userId, typed);
		case "code":
			return guessCode(services, request, userId, typed, "proof");
		case "none":
			return { ok: false, code: "wrong" };
	}
}

function passwordHashOf({ db }: Services, userId: string): string | undefined {
	const own = and(
		eq(accounts.userId, userId),
		eq(accounts.providerId, "credential"),
		isNotNull(accounts.password),
	);
	return db.select().from(accounts).where(own).get()?.password ?? undefined;
}
