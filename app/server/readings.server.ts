import { type AuditEntry, type AuditScreen, recordReading, wasRead } from "#db/audit.ts";
import { shareCommit } from "#db/shared-commit.ts";
import { momentOf } from "./casework.server.ts";
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
export function keepReading(services: Services, member: Member, shown: Shown): void {
	try {
		recordReading(services.db, momentOf(services), entryOf(member, shown));
	} catch (cause) {
		throw new ReadingNotKept(cause);
	}
}

/**
 * The same at the doors of situations and handoffs, where most readings happen: those that come at
 * the same time wait for the disk once. It is kept when the promise is, and not before.
 *
 * @throws ReadingNotKept as above
 */
export async function keepReadingTogether(
	services: Services,
	member: Member,
	shown: Shown,
): Promise<void> {
	const { db } = services;
	const entry = entryOf(member, shown);
	try {
		if (wasRead(db, services.clock.now(), entry)) return;
		await shareCommit(db, () => recordReading(db, momentOf(services), entry));
	} catch (cause) {
		throw new ReadingNotKept(cause);
	}
}

function entryOf(
	{ memberId, structureId, visit }: Member,
	{ screen, situationPk, handoffId }: Shown,
): Parameters<typeof recordReading>[2] {
	const reader = { actor: memberId, structureId, visit, screen };
	if (situationPk === undefined) {
		return { ...reader, act: trailScreens.includes(screen) ? "READ_TRAIL" : "READ_LIST" };
	}
	if (handoffId === undefined) return { ...reader, act: "READ_SITUATION", situationPk };
	return { ...reader, act: "READ_HANDOFF", situationPk, handoffId };
}
