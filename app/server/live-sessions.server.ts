import { createHash } from "node:crypto";
import { and, asc, eq, inArray, lt, ne } from "drizzle-orm";
import { recordAudit, visitOf } from "#db/audit.ts";
import type { Db, Tx } from "#db/client.ts";
import { sessions } from "#db/schema/accounts.ts";
import { endedSessions, type sessionEnds } from "#db/schema/factors.ts";
import type { Session } from "./auth.server.ts";
import { sessionLimits } from "./auth-options.server.ts";
import type { Services } from "./services.server.ts";

/** Why a session ended before its owner ended it in that browser. */
export type SessionEnd = (typeof sessionEnds)[number];

/** At most so many browsers of one person at a time. */
export const mostSessions = 3;

/** Noting that a browser was seen costs a write: once a minute is enough to count half an hour. */
const seenEveryMs = 60 * 1000;

/** What ending a session takes; an operator's command has no more. */
type Kept = Pick<Services, "db" | "clock" | "random">;

type Named = { token: string; userId: string };

/** Ends a session that was left alone too long, and notes that a living one was seen. */
export function keepAlive(services: Services, session: Session): boolean {
	const now = services.clock.now();
	const end = endDue(session, now);
	if (end) {
		endSession(services, session, end);
		return false;
	}
	if (now - session.lastSeenAt >= seenEveryMs) {
		services.db
			.update(sessions)
			.set({ updatedAt: new Date(now) })
			.where(eq(sessions.token, session.token))
			.run();
	}
	return true;
}

/** Ends one session; the browser that has it is refused at its next request, and told why. */
export function endSession(services: Services, session: Named, reason: SessionEnd): void {
	services.db.transaction((tx) => end(tx, services, [session], reason), {
		behavior: "immediate",
	});
}

/**
 * Ends the sessions of a person at once.
 *
 * @param keep the token of one that goes on
 * @returns how many ended
 */
export function endSessionsOf(
	services: Kept,
	userId: string,
	reason: SessionEnd = "account-changed",
	keep = "",
): number {
	return services.db.transaction(
		(tx) => {
			const others = and(eq(sessions.userId, userId), ne(sessions.token, keep));
			const ended = tx.select().from(sessions).where(others).all();
			end(tx, services, ended, reason);
			return ended.length;
		},
		{ behavior: "immediate" },
	);
}

/**
 * Leaves a person at most three browsers: the oldest end. Sessions that have not proved everything
 * are counted apart, so that a stolen password alone drives nobody out. The accounts of the
 * demonstration are shared by all its visitors, and are not counted.
 */
export function limitSessions(services: Services, { token, userId }: Named): void {
	services.db.transaction(
		(tx) => {
			const own = tx.select().from(sessions).where(eq(sessions.token, token)).get();
			if (!own || own.way === "demonstration") return;
			const alike = tx
				.select()
				.from(sessions)
				.where(
					and(
						eq(sessions.userId, userId),
						eq(sessions.proof, own.proof),
						ne(sessions.way, "demonstration"),
					),
				)
				.orderBy(asc(sessions.createdAt), asc(sessions.id))
				.all()
				.filter((session) => session.token !== token);
			const tooMany = Math.max(0, alike.length + 1 - mostSessions);
			end(tx, services, alike.slice(0, tooMany), "replaced");
		},
		{ behavior: "immediate" },
	);
}

/** Why the session that a browser still names is over; it is told at the door. */
export function whyEnded({ db }: Services, token: string): SessionEnd | undefined {
	return db
		.select({ reason: endedSessions.reason })
		.from(endedSessions)
		.where(eq(endedSessions.tokenHash, hashOf(token)))
		.get()?.reason;
}

/** Forgets the reasons that nobody will ask for any more, and the sessions that nobody came back to. */
export function forgetOldSessions({ db, clock }: Services): void {
	const before = clock.now() - sessionLimits.absoluteMs;
	db.delete(endedSessions).where(lt(endedSessions.endedAt, before)).run();
	db.delete(sessions)
		.where(lt(sessions.createdAt, new Date(before)))
		.run();
}

function endDue({ lastSeenAt, startedAt }: Session, now: number): SessionEnd | undefined {
	if (now - startedAt >= sessionLimits.absoluteMs) return "absolute";
	return now - lastSeenAt >= sessionLimits.idleMs ? "idle" : undefined;
}

function end(tx: Db | Tx, services: Kept, ended: Named[], reason: SessionEnd): void {
	if (ended.length === 0) return;
	const now = services.clock.now();
	const tokens = ended.map(({ token }) => token);
	tx.delete(sessions).where(inArray(sessions.token, tokens)).run();
	tx.insert(endedSessions)
		.values(tokens.map((token) => ({ tokenHash: hashOf(token), reason, endedAt: now })))
		.onConflictDoNothing()
		.run();
	for (const { token, userId } of ended) {
		const told = { actor: userId, act: "SESSION_ENDED", visit: visitOf(token) } as const;
		recordAudit(tx, { now, random: services.random }, told);
	}
}

function hashOf(token: string): string {
	return createHash("sha256").update(token).digest("base64url");
}
