import { and, desc, eq, lt } from "drizzle-orm";
import { readStory } from "#protocols/simulator/read-story.ts";
import type { Story } from "#protocols/simulator/simulate.ts";
import type { Db, Tx } from "./client.ts";
import { plays } from "./schema/plays.ts";

/** A fictitious situation that somebody plays, with its story so far. */
export type Play = {
	id: string;
	draftId: string;
	/** The version that it is played under; undefined for the draft itself. */
	versionHash: string | undefined;
	story: Story;
	startedAt: number;
	touchedAt: number;
};

/** Whose play it is, and of which draft. */
export type Player = { territoryId: string; memberId: string; draftId: string };

/** How long a play is kept after it was last touched. */
export const playsKeptMs = 14 * 24 * 3_600_000;

/** Most plays of one person under one draft; beyond, the oldest is forgotten. */
export const mostPlays = 20;

/** Begins a play. */
export function startPlay(
	db: Db,
	{ territoryId, memberId, draftId }: Player,
	{ id, story, versionHash, at }: { id: string; story: Story; versionHash?: string; at: number },
): void {
	db.transaction((tx) => {
		forgetPlays(tx, at);
		for (const { id: old } of playsOf(tx, { territoryId, memberId, draftId }, at).slice(
			mostPlays - 1,
		)) {
			tx.delete(plays).where(eq(plays.id, old)).run();
		}
		const row = { id, territoryId, memberId, draftId, startedAt: at, touchedAt: at };
		tx.insert(plays)
			.values({ ...row, versionHash: versionHash ?? null, story: JSON.stringify(story) })
			.run();
	});
}

/** The plays of somebody under a draft, the latest first. */
export function playsOf(
	db: Db | Tx,
	{ territoryId, memberId, draftId }: Player,
	now: number,
): Play[] {
	return db
		.select()
		.from(plays)
		.where(
			and(
				eq(plays.territoryId, territoryId),
				eq(plays.memberId, memberId),
				eq(plays.draftId, draftId),
			),
		)
		.orderBy(desc(plays.touchedAt), plays.id)
		.all()
		.filter(({ touchedAt }) => now - touchedAt < playsKeptMs)
		.map(asPlay);
}

/** A play of somebody's own; undefined for anybody else's, and when it was forgotten. */
export function playOf(db: Db | Tx, player: Player, id: string, now: number): Play | undefined {
	return playsOf(db, player, now).find((play) => play.id === id);
}

/** What became of a play whose story went on. */
export type Continued = "continued" | "changed-meanwhile" | "absent";

/**
 * Replaces the story of a play: one act more, or one act less.
 *
 * @param seen how many acts the page showed: two windows do not overwrite one another
 */
export function continuePlay(
	db: Db,
	player: Player,
	{ id, story, seen, at }: { id: string; story: Story; seen: number; at: number },
): Continued {
	return db.transaction((tx) => {
		const play = playOf(tx, player, id, at);
		if (!play) return "absent";
		if (play.story.acts.length !== seen) return "changed-meanwhile";
		tx.update(plays)
			.set({ story: JSON.stringify(story), touchedAt: at })
			.where(eq(plays.id, id))
			.run();
		return "continued";
	});
}

/** Ends a play of somebody's own. */
export function endPlay(db: Db, { territoryId, memberId }: Player, id: string): void {
	db.delete(plays)
		.where(and(eq(plays.id, id), eq(plays.territoryId, territoryId), eq(plays.memberId, memberId)))
		.run();
}

/** Forgets plays that nobody went on with. */
export function forgetPlays(db: Db | Tx, now: number): void {
	db.delete(plays)
		.where(lt(plays.touchedAt, now - playsKeptMs))
		.run();
}

/** @throws RangeError when its story cannot be read (a damaged row) */
function asPlay({ id, draftId, versionHash, story, startedAt, touchedAt }: PlayRow): Play {
	const read = readStory(story);
	if (!read) throw new RangeError(`The story of the play ${id} cannot be read.`);
	return { id, draftId, versionHash: versionHash ?? undefined, story: read, startedAt, touchedAt };
}

type PlayRow = typeof plays.$inferSelect;
