import { and, eq, or, type SQL } from "drizzle-orm";
import type { LifeState } from "#protocols/casework/handoff/life.ts";
import type { LateRung } from "#protocols/casework/ladder.ts";
import type { DelayUnit } from "#protocols/language/delay.ts";
import type { Urgency } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Db } from "./client.ts";
import { type KnownStructure, knownStructures } from "./known-structures.ts";
import { type FoundLate, type LateScope, lateCount, lateQuery } from "./late-rows.ts";
import { compiledVersion } from "./protocol-versions.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import { showWords } from "./pseudonyms/pairing-words.ts";
import { handoffs } from "./schema/handoffs.ts";
import { timers } from "./schema/journal.ts";
import { openSteps } from "./schema/situations.ts";
import { type Cut, type Listed, stepTitle, unitOf } from "./work-list.ts";

/** Something that is late: what, who is awaited, since when. No answer, and for a coordinator no name. */
export type LateItem = {
	situationPk: number;
	/** Where the reader may open it: a handoff, a situation of their own; nothing for others. */
	link: { handoff: string } | { situation: string } | null;
	/** What the reader's structure calls it; null for a coordinator. */
	name: string | null;
	step: Text;
	/** The role that is awaited, and who plays it; null where that name protects somebody. */
	role: Text;
	structure: string | null;
	phone: string | null;
	/** The reader's own structure is the one that is awaited. */
	own: boolean;
	urgency: Urgency | null;
	state: LifeState | null;
	handoffId: string | null;
	rung: LateRung;
	rungAt: number;
	dueAt: number;
	unit: DelayUnit;
	/** How many times the delay has run. */
	share: number;
	/** When somebody last acted in the situation; its week, once it is closed. */
	activeAt: number;
};

/** Which of it to list; left out, all. */
export type LateFilter = { rung?: LateRung | undefined; role?: string | undefined };

/** How many are late under a filter. */
export function lateItemCount(db: Db, scope: LateScope, filter: LateFilter): number {
	return lateCount(db, scope, filtered(filter)).late;
}

/** What is late, whoever waits longest first. */
export function lateItems(
	db: Db,
	scope: LateScope,
	now: number,
	{ limit, offset = 0, ...filter }: Cut & LateFilter,
): Listed<LateItem> {
	const found = lateQuery(db, scope, now, filtered(filter))
		.limit(limit + 1)
		.offset(offset)
		.all();
	const known = knownStructures(db, scope);
	const rows = found.slice(0, limit).map((row) => itemOf(db, scope, row, known));
	return { rows, more: found.length > limit };
}

/** Where nobody answered a handoff, its role is the one that is sought. */
function filtered({ rung, role }: LateFilter): SQL | undefined {
	return and(
		rung ? eq(timers.rung, rung) : undefined,
		role ? or(eq(openSteps.roleId, role), eq(handoffs.roleId, role)) : undefined,
	);
}

type Names = Map<string, KnownStructure>;

function itemOf(db: Db, scope: LateScope, row: FoundLate, known: Names): LateItem {
	const { situationPk, rung, rungAt, dueAt, share, activeAt } = row;
	const about = row.handoff
		? ofHandoff(db, scope, row, row.handoff)
		: ofStep(db, scope, row, row.step);
	const { awaitedId, ...item } = about;
	const structure = known.get(awaitedId ?? "");
	return {
		...item,
		...{ situationPk, rung, rungAt, dueAt, share, activeAt },
		structure: structure?.name ?? null,
		phone: structure?.phone ?? null,
		own: !scope.whole && awaitedId === scope.structureId,
	};
}

function ofHandoff(
	db: Db,
	{ territoryId, structureId, whole }: LateScope,
	row: FoundLate,
	handoff: NonNullable<FoundLate["handoff"]>,
) {
	const { versionHash } = row;
	const { stepId, senderId, recipientId, urgency, state, awaited } = handoff;
	const isRecipient = !whole && recipientId === structureId;
	const senderAwaited = awaited === "sender" || recipientId === null;
	const version = { versionHash, stepId };
	const senderRole = () => roleOfStep(db, territoryId, version);
	const notReceived = isRecipient && (state === "sent" || state === "unanswered");
	return {
		link: { handoff: isRecipient ? handoff.recipientHandle : handoff.senderHandle },
		// What is not received yet has no name of one's own: the two words say which line it is.
		name: whole ? null : notReceived ? showWords(handoff.words) : nameIn(row),
		step: stepTitle(db, territoryId, version),
		role: roleLabel(db, territoryId, versionHash, senderAwaited ? senderRole() : handoff.roleId),
		awaitedId: senderAwaited ? senderId : recipientId,
		urgency,
		state,
		handoffId: handoff.id,
		unit: unitOf({ urgency, state }),
	};
}

function ofStep(
	db: Db,
	{ territoryId, whole }: LateScope,
	row: FoundLate,
	step: FoundLate["step"],
) {
	const { versionHash, handle, takesPart, holderId } = row;
	const { stepId = "", roleId = "", structureId = null } = step ?? {};
	const { places } = compiledVersion(db, territoryId, versionHash);
	return {
		link: whole || handle === null || !takesPart ? null : { situation: handle },
		name: whole ? null : nameIn(row),
		step: stepTitle(db, territoryId, { versionHash, stepId }),
		role: roleLabel(db, territoryId, versionHash, roleId),
		// Where nobody plays the role, whoever holds the part chooses somebody.
		awaitedId: structureId ?? holderId,
		urgency: null,
		state: null,
		handoffId: null,
		unit: places.steps.get(stepId)?.step.delay.unit ?? ("working-days" as const),
	};
}

function nameIn({ alias }: FoundLate): string | null {
	return alias === null ? null : showAlias(alias);
}

function roleOfStep(
	db: Db,
	territoryId: string,
	{ versionHash, stepId }: { versionHash: string; stepId: string },
): string {
	return compiledVersion(db, territoryId, versionHash).places.steps.get(stepId)?.step.role ?? "";
}

function roleLabel(db: Db, territoryId: string, versionHash: string, id: string): Text {
	const { protocol } = compiledVersion(db, territoryId, versionHash);
	return protocol.roles.find((role) => role.id === id)?.label ?? { fr: id };
}
