import { and, desc, eq, gt, inArray } from "drizzle-orm";
import { handoffActs, type LifeState } from "#protocols/casework/handoff/life.ts";
import { recordAudit } from "./audit.ts";
import type { Db, Tx } from "./client.ts";
import type { Moment } from "./journal.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { glassOpenings, type glassReasons } from "./schema/glass.ts";
import { handoffs } from "./schema/handoffs.ts";
import { outbox } from "./schema/journal.ts";

const hour = 3_600_000;

/** How long an emergency access lasts once two people have agreed, and how long it may be asked. */
export const glassLasts = { agreedMs: 4 * hour, askedMs: 24 * hour };

export type GlassReason = (typeof glassReasons)[number];

/** Somebody who asks for an emergency access, or agrees to it. */
export type GlassPerson = { memberId: string; structureId: string; visit?: string };

/** An emergency access as it stands now: what has lapsed is none. */
export type Glass = typeof glassOpenings.$inferSelect & { endsAt: number };

/** Why an emergency access cannot be asked, agreed or refused. */
export type GlassRefusal = "not-stuck" | "already-asked" | "not-asked" | "same-person";

/** The latest emergency access of a handoff that still counts: asked, agreed or used. */
export function glassOf(db: Db | Tx, handoffId: string, now: number): Glass | undefined {
	const row = db
		.select()
		.from(glassOpenings)
		.where(eq(glassOpenings.handoffId, handoffId))
		.orderBy(desc(glassOpenings.askedAt))
		.limit(1)
		.get();
	return row && current(row, now);
}

/** The handoffs that a coordinator may give back now, because two people have agreed. */
export function openGlass(db: Db, { memberId }: GlassPerson, now: number): string[] {
	return db
		.select({ handoffId: glassOpenings.handoffId })
		.from(glassOpenings)
		.where(
			and(
				eq(glassOpenings.askedBy, memberId),
				eq(glassOpenings.state, "agreed"),
				gt(glassOpenings.decidedAt, now - glassLasts.agreedMs),
			),
		)
		.all()
		.map(({ handoffId }) => handoffId);
}

/** What a structure's managers are asked, the oldest first. */
export function glassAskedOf(db: Db, structureId: string, now: number) {
	return db
		.select({
			id: glassOpenings.id,
			reason: glassOpenings.reason,
			askedAt: glassOpenings.askedAt,
			number: handoffs.number,
		})
		.from(glassOpenings)
		.innerJoin(handoffs, eq(handoffs.id, glassOpenings.handoffId))
		.where(
			and(
				eq(glassOpenings.structureId, structureId),
				eq(glassOpenings.state, "asked"),
				gt(glassOpenings.askedAt, now - glassLasts.askedMs),
			),
		)
		.orderBy(glassOpenings.askedAt)
		.all();
}

/** A coordinator asks to give a handoff back for the structure that holds it. */
export function askGlass(
	db: Db,
	moment: Moment,
	person: GlassPerson,
	{ handoffId, reason }: { handoffId: string; reason: GlassReason },
): GlassRefusal | undefined {
	return db.transaction(
		(tx) => {
			const handoff = tx
				.select({ situationPk: handoffs.situationPk, holder: handoffs.recipientId })
				.from(handoffs)
				.where(and(eq(handoffs.id, handoffId), inArray(handoffs.state, stuckStates)))
				.get();
			if (!handoff?.holder) return "not-stuck";
			const earlier = glassOf(tx, handoffId, moment.now);
			if (earlier && earlier.state !== "refused") return "already-asked";

			tx.insert(glassOpenings)
				.values({
					id: drawHandle(moment.random),
					handoffId,
					structureId: handoff.holder,
					reason,
					state: "asked",
					askedBy: person.memberId,
					askedAt: moment.now,
				})
				.run();
			const { situationPk } = handoff;
			note(tx, moment, person, { act: "BREAK_GLASS_ASKED", situationPk, handoffId });
			tell(tx, [handoff.holder], moment.now);
			return undefined;
		},
		{ behavior: "immediate" },
	);
}

/** A manager of the structure that holds the handoff agrees, or refuses; never who asked. */
export function decideGlass(
	db: Db,
	moment: Moment,
	person: GlassPerson,
	{ id, agrees }: { id: string; agrees: boolean },
): GlassRefusal | undefined {
	return db.transaction(
		(tx) => {
			const row = tx
				.select({ opening: glassOpenings, handoff: handoffs })
				.from(glassOpenings)
				.innerJoin(handoffs, eq(handoffs.id, glassOpenings.handoffId))
				.where(and(eq(glassOpenings.id, id), eq(glassOpenings.structureId, person.structureId)))
				.get();
			if (!row || current(row.opening, moment.now)?.state !== "asked") return "not-asked";
			if (row.opening.askedBy === person.memberId) return "same-person";

			const state = agrees ? "agreed" : "refused";
			tx.update(glassOpenings)
				.set({ state, decidedBy: person.memberId, decidedAt: moment.now })
				.where(eq(glassOpenings.id, id))
				.run();
			const act = agrees ? "BREAK_GLASS_AGREED" : "BREAK_GLASS_REFUSED";
			const { situationPk, id: handoffId, senderId, recipientId } = row.handoff;
			note(tx, moment, person, { act, situationPk, handoffId });
			tell(tx, [senderId, recipientId], moment.now);
			return undefined;
		},
		{ behavior: "immediate" },
	);
}

/** Notes that a handoff was given back through an emergency access; both structures are told. */
export function spendGlass(db: Db, moment: Moment, person: GlassPerson, handoffId: string): void {
	db.transaction(
		(tx) => {
			const glass = glassOf(tx, handoffId, moment.now);
			if (glass?.state !== "agreed") return;
			tx.update(glassOpenings).set({ state: "used" }).where(eq(glassOpenings.id, glass.id)).run();
			const row = tx.select().from(handoffs).where(eq(handoffs.id, handoffId)).get();
			if (!row) return;
			const { situationPk, senderId, recipientId } = row;
			note(tx, moment, person, { act: "BREAK_GLASS_USED", situationPk, handoffId });
			tell(tx, [senderId, recipientId], moment.now);
		},
		{ behavior: "immediate" },
	);
}

/** The states in which only the structure that holds a handoff can give it back. */
const stuckStates = [...handoffActs.GIVE_BACK.from];

/** Whether a handoff stands where an emergency access may be asked for. */
export function isStuck(state: LifeState): boolean {
	return (stuckStates as readonly LifeState[]).includes(state);
}

function current(row: typeof glassOpenings.$inferSelect, now: number): Glass | undefined {
	const { state, askedAt, decidedAt } = row;
	const lasts = state === "asked" ? glassLasts.askedMs : glassLasts.agreedMs;
	const endsAt = (decidedAt ?? askedAt) + lasts;
	// That it was used stays to be read for as long as it could have been.
	return now < endsAt ? { ...row, endsAt } : undefined;
}

type Noted = {
	act: "BREAK_GLASS_ASKED" | "BREAK_GLASS_AGREED" | "BREAK_GLASS_REFUSED" | "BREAK_GLASS_USED";
	situationPk: number;
	handoffId: string;
};

function note(tx: Tx, moment: Moment, person: GlassPerson, noted: Noted): void {
	const { memberId: actor, structureId, visit } = person;
	recordAudit(tx, moment, { actor, structureId, ...(visit && { visit }), ...noted });
}

function tell(tx: Tx, concerned: (string | null)[], at: number): void {
	const kind = "urgent" as const;
	const structureIds = concerned.filter((one) => one !== null);
	tx.insert(outbox)
		.values([...new Set(structureIds)].map((structureId) => ({ structureId, kind, at })))
		.run();
}
