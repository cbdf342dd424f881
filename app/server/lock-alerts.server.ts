import { type AuditEntry, recordAudit } from "#db/audit.ts";
import { type LockAct, wasLocked } from "#db/lock-alerts.ts";
import type { Member } from "./member.server.ts";
import type { Services } from "./services.server.ts";

type Concerned = Pick<AuditEntry, "situationPk" | "handoffId">;

/**
 * Keeps in the trail that somebody tried too often, so that who answers for their structure and the
 * coordinator are told on their day. Never what was typed.
 *
 * @param withinMs how long the lock lasts: it is kept once in that time
 */
export function noteLock(
	services: Services,
	{ memberId: actor, structureId, visit }: Pick<Member, "memberId" | "structureId" | "visit">,
	{ act, withinMs, ...concerned }: Concerned & { act: LockAct; withinMs: number },
): void {
	const now = services.clock.now();
	if (wasLocked(services.db, { actor, act, since: now - withinMs })) return;
	const moment = { now, random: services.random };
	recordAudit(services.db, moment, { actor, structureId, visit, act, ...concerned });
}
