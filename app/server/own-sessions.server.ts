import { and, desc, eq, ne } from "drizzle-orm";
import { sessions } from "#db/schema/accounts.ts";
import type { Session } from "./auth.server.ts";
import { endSession, endSessionsOf } from "./live-sessions.server.ts";
import type { Services } from "./services.server.ts";

/** A browser of one's own, in coarse words. */
export type OwnSession = {
	id: string;
	system: (typeof sessions.$inferSelect)["system"];
	browser: (typeof sessions.$inferSelect)["browser"];
	startedAt: number;
	lastSeenAt: number;
	/** The one that asks. */
	here: boolean;
};

/** The browsers in which a person is signed in, this one first. */
export function ownSessions({ db }: Services, { token, userId }: Session): OwnSession[] {
	return db
		.select()
		.from(sessions)
		.where(and(eq(sessions.userId, userId), eq(sessions.proof, "full")))
		.orderBy(desc(sessions.updatedAt))
		.all()
		.map(({ id, system, browser, createdAt, updatedAt, token: other }) => ({
			id,
			system,
			browser,
			startedAt: createdAt.getTime(),
			lastSeenAt: updatedAt.getTime(),
			here: other === token,
		}))
		.sort((one, other) => Number(other.here) - Number(one.here));
}

/** Ends one other browser of one's own; refused at its next request. False when there is none. */
export function endOwnSession(services: Services, { token, userId }: Session, id: string): boolean {
	const other = services.db
		.select()
		.from(sessions)
		.where(and(eq(sessions.id, id), eq(sessions.userId, userId), ne(sessions.token, token)))
		.get();
	if (!other) return false;
	endSession(services, other, "ended-elsewhere");
	return true;
}

/** Ends every other browser of one's own. */
export function endOtherSessions(services: Services, { token, userId }: Session): void {
	endSessionsOf(services, userId, "ended-elsewhere", token);
}
