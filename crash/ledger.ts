import type { Db } from "#db/client.ts";
import type { Act, Answer } from "./acts.ts";
import type { Said } from "./said.ts";
import type { Twin } from "./twin.ts";

/** An act that was answered, and how far the journal went then. */
export type Acknowledged = { act: Act; sequence: number; link: string };

/** What writers said they did, held against the twin that does it too. */
export type Ledger = {
	acknowledged: Acknowledged[];
	/** Begun, and never answered: the next writer sends it again. */
	unanswered: Act | undefined;
	/** The latest act that left something behind: sent again too, it must leave nothing. */
	latest: Act | undefined;
	/** Acts that a later writer sent again. */
	sentAgain: number;
};

export function emptyLedger(): Ledger {
	return { acknowledged: [], unanswered: undefined, latest: undefined, sentAgain: 0 };
}

/**
 * Enters what one writer said.
 *
 * @returns a sentence for each answer that was not the twin's
 */
export function enter(ledger: Ledger, twin: Twin, said: readonly Said[]): string[] {
	const wrong: string[] = [];
	for (const line of said) {
		if (line.said === "begins") ledger.unanswered = line.act;
		if (line.said !== "done" || !ledger.unanswered) continue;
		const act = ledger.unanswered;
		ledger.unanswered = undefined;
		wrong.push(...answered(ledger, twin, act, line.answer));
		ledger.acknowledged.push({ act, sequence: line.sequence, link: line.link });
	}
	return wrong;
}

function answered(ledger: Ledger, twin: Twin, act: Act, given: Answer): string[] {
	const before = twin.answerTo(act.index);
	const expected = before ?? twin.does(act);
	if (expected.outcome.startsWith("recorded")) ledger.latest = act;
	if (before) ledger.sentAgain += 1;
	// What a sweep still finds to do depends on where the one before was cut.
	if (act.kind === "sweeps") {
		if (before) twin.does(act);
		return [];
	}
	const repeated = before !== undefined && expected.outcome.startsWith("recorded");
	const right = given.outcome === expected.outcome && given.repeated === repeated;
	return right
		? []
		: [
				`Act ${act.index} was answered ${JSON.stringify(given)}, expected ${JSON.stringify({ ...expected, repeated })}.`,
			];
}

/** Acknowledged acts whose place in the journal is gone, or taken by something else. */
export function lostFrom(db: Db, { acknowledged }: Ledger): string[] {
	const linkAt = db.$client
		.prepare("SELECT lower(hex(link)) FROM journal WHERE sequence = ?")
		.pluck();
	return acknowledged
		.filter(({ sequence, link }) => sequence > 0 && linkAt.get(sequence) !== link)
		.map(({ act, sequence }) => `Act ${act.index} was acknowledged at ${sequence}, and is lost.`);
}

/** Brings the twin to where an unanswered act was cut: it happened whole, or not at all. */
export function settleUnanswered(db: Db, { unanswered: act }: Ledger, twin: Twin): void {
	if (!act || twin.answerTo(act.index)) return;
	if (act.kind === "sweeps") {
		const sequence = db.$client.prepare("SELECT max(sequence) FROM journal").pluck().get();
		twin.sweepsUntil(act, Number(sequence));
	} else if (act.kind !== "empties-log" && isRemembered(db, act)) twin.does(act);
}

function isRemembered({ $client }: Db, { memberId, key }: Extract<Act, { key: string }>): boolean {
	const row = $client.prepare("SELECT 1 FROM idempotency_keys WHERE member_id = ? AND key = ?");
	return row.get(memberId, key) !== undefined;
}
