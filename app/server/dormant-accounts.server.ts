import { eq } from "drizzle-orm";
import { dayOf } from "#db/colleagues.ts";
import { sweepDormantAccounts } from "#db/dormant-accounts.ts";
import { forgetInvitations } from "#db/invitations.ts";
import { users } from "#db/schema/accounts.ts";
import { momentOf } from "./casework.server.ts";
import type { Services } from "./services.server.ts";

/** The days that this process has noted already, so that noting one costs one write a day. */
const noted = new WeakMap<Services["db"], Map<string, number>>();

/** Notes that somebody was here today: the day and no more, so that whoever stays away is noticed. */
export function noteSeen({ db, clock }: Services, userId: string): void {
	const today = dayOf(clock.now());
	const days = noted.get(db) ?? new Map<string, number>();
	noted.set(db, days);
	if (days.get(userId) === today) return;
	db.update(users).set({ seenDay: today }).where(eq(users.id, userId)).run();
	days.set(userId, today);
}

/** Suspends and forgets the accounts of those who stayed away, and forgets old invitations. */
export function sweepAccounts(services: Services): void {
	const { db, clock, log } = services;
	const swept = sweepDormantAccounts(db, momentOf(services));
	forgetInvitations(db, clock.now());
	if (swept.suspended + swept.deleted > 0) log.info({ event: "accounts-slept", ...swept });
}
