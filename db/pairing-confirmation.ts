import { eq } from "drizzle-orm";
import { isOlder } from "#protocols/casework/merger.ts";
import type { Refusal } from "#protocols/casework/refusal.ts";
import type { Db, Tx } from "./client.ts";
import type { Moment } from "./journal.ts";
import { type Halves, mergeInto, mergerRefusal } from "./merger.ts";
import {
	type AtSituation,
	halvesOf,
	keepInTrail,
	type PairingRow,
	pairingRow,
} from "./pairing-rows.ts";
import { showWords } from "./pseudonyms/pairing-words.ts";
import { pairings } from "./schema/pairings.ts";
import { situations } from "./schema/situations.ts";

/** How far two professionals are, as one of them sees it. */
export type PairingView =
	/** One's number can still be typed; it was shown once. */
	| { is: "offered"; until: number }
	| {
			is: "taken";
			words: string;
			until: number;
			/** Whether one's own situation is the one that remains. */
			remains: boolean;
			confirmed: { mine: boolean; theirs: boolean };
			/** Why the two cannot become one, whatever is confirmed. */
			obstacle: Refusal | null;
	  }
	/** Somebody has said no: nothing has happened. */
	| { is: "refused" };

/** What a confirmation led to; `gone` when there is nothing to confirm any more. */
export type Confirmed = { is: "merged" | "waiting" | "gone" } | { is: "refused"; refusal: Refusal };

/** How far somebody is at a situation; undefined when they are not with anybody. */
export function pairingAt(db: Db, at: AtSituation, moment: Moment): PairingView | undefined {
	const row = pairingRow(db, at, moment.now);
	if (!row) return undefined;
	if (row.state === "offered") return { is: "offered", until: row.expiresAt };
	if (row.state === "refused") return { is: "refused" };
	const halves = halvesOf(db, row);
	return halves && takenView(db, at, row, { halves, moment });
}

/** Says that the words are the same, and the situation too. When both have said so, the two are one. */
export function confirmPairing(db: Db, at: AtSituation, moment: Moment): Confirmed {
	return db.transaction(
		(tx): Confirmed => {
			const row = pairingRow(tx, at, moment.now);
			if (row?.state !== "taken") return { is: "gone" };
			const halves = halvesOf(tx, row);
			return halves ? confirmIn(tx, at, { row, halves }, moment) : { is: "gone" };
		},
		{ behavior: "immediate" },
	);
}

function confirmIn(
	tx: Tx,
	at: AtSituation,
	{ row, halves }: { row: PairingRow; halves: Halves },
	moment: Moment,
): Confirmed {
	const both = confirmations(at, row).theirs;
	const refusal = both ? mergeInto(tx, halves, moment) : mergerRefusal(tx, halves, moment);
	if (refusal) return { is: "refused", refusal };
	keepInTrail(tx, at, "DUPLICATE_CONFIRMED", moment);
	keepConfirmed(tx, at, row, both);
	return { is: both ? "merged" : "waiting" };
}

function keepConfirmed(tx: Tx, at: AtSituation, row: PairingRow, both: boolean): void {
	const own = eq(pairings.id, row.id);
	const said = row.firstPk === at.situationPk ? "firstConfirmed" : "secondConfirmed";
	if (both) tx.delete(pairings).where(own).run();
	else
		tx.update(pairings)
			.set({ [said]: true })
			.where(own)
			.run();
}

function takenView(
	db: Db,
	at: AtSituation,
	row: PairingRow,
	{ halves, moment }: { halves: Halves; moment: Moment },
): PairingView {
	return {
		is: "taken",
		words: showWords(row.words ?? ""),
		until: row.expiresAt,
		remains: remainingPk(db, halves) === at.situationPk,
		confirmed: confirmations(at, row),
		obstacle: mergerRefusal(db, halves, moment) ?? null,
	};
}

function confirmations({ situationPk }: AtSituation, row: PairingRow) {
	const { firstConfirmed, secondConfirmed } = row;
	return row.firstPk === situationPk
		? { mine: firstConfirmed, theirs: secondConfirmed }
		: { mine: secondConfirmed, theirs: firstConfirmed };
}

function remainingPk(db: Db, { one, other }: Halves): number {
	const ageOf = (reference: number) => {
		const row = db
			.select({ openedAt: situations.openedAt })
			.from(situations)
			.where(eq(situations.pk, reference))
			.get();
		return { openedAt: row?.openedAt ?? 0, reference };
	};
	const [mine, theirs] = [ageOf(one.situationPk), ageOf(other.situationPk)];
	return isOlder(mine, theirs) ? mine.reference : theirs.reference;
}
