import { type AuditEntry, type AuditScreen, recordReading } from "#db/audit.ts";
import type { Member } from "./member.server.ts";
import type { Services } from "./services.server.ts";

/** A reading could not be kept, so that nothing may be read: a fault of the store like the others. */
export class ReadingNotKept extends Error {
	readonly code = "READING_NOT_KEPT";

	constructor(cause: unknown) {
		super("A reading could not be kept.", { cause });
	}
}

/** Screens that show the trail itself. */
const trailScreens: readonly AuditScreen[] = ["readings", "own-readings", "trail"];

/** What a page is about to show: a situation or a handoff of it; a list; the trail itself. */
export type Shown = Pick<AuditEntry, "situationPk" | "handoffId"> & { screen: AuditScreen };

/**
 * Keeps in the trail that somebody is about to read, before anything of it is looked up for them.
 *
 * @throws ReadingNotKept when it cannot be kept: nothing is shown then, and the answer is 503
 */
export function keepReading(
	{ db, clock, random }: Services,
	{ memberId, structureId, visit }: Member,
	{ screen, situationPk, handoffId }: Shown,
): void {
	const moment = { now: clock.now(), random };
	const reader = { actor: memberId, structureId, visit, screen };
	try {
		if (situationPk === undefined) {
			const act = trailScreens.includes(screen) ? "READ_TRAIL" : "READ_LIST";
			recordReading(db, moment, { ...reader, act });
		} else if (handoffId === undefined) {
			recordReading(db, moment, { ...reader, act: "READ_SITUATION", situationPk });
		} else {
			recordReading(db, moment, { ...reader, act: "READ_HANDOFF", situationPk, handoffId });
		}
	} catch (cause) {
		throw new ReadingNotKept(cause);
	}
}
