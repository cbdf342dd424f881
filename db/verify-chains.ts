import type { KeyObject } from "node:crypto";
import type Database from "better-sqlite3";
import {
	type Disagreement,
	disagreementsWith,
	statementOfShortForm,
	storedCheckpoints,
	type WalkedChain,
	walkChains,
} from "./chain-check.ts";
import type { ChainedTable } from "./chained-tables.ts";
import { type Checkpoint, isSigned, type Statement } from "./checkpoint-text.ts";

/** What was kept outside: a whole checkpoint, or its short form from paper. */
export type Witness = { checkpoint: Checkpoint } | { short: string };

/** What a verification found. */
export type Verification = {
	/** Whether nothing speaks against the store. */
	whole: boolean;
	chains: Record<ChainedTable["table"], WalkedChain>;
	/** What the witness says otherwise; empty without a witness. */
	disagreements: Disagreement[];
	/** What was compared with the witness; undefined without one, or when its short form was not found. */
	witnessed: Statement | undefined;
	/** Whether the witness was signed by the store's key; undefined when that could not be asked. */
	signed: boolean | undefined;
	/** The store's own checkpoints: how many there are, and the instants of those that do not agree. */
	stored: { count: number; wrong: number[] };
};

/**
 * Works every link of a store out anew, and compares with what was kept outside and with the
 * store's own checkpoints. It needs no key: only the public one, to ask for signatures.
 *
 * Without a witness it cannot see two things: a history rewritten with all its links, and entries
 * cut off at the end, by somebody who also removed the store's own checkpoints.
 */
export function verifyChains(
	client: Database.Database,
	{ witness, publicKey, now }: { witness?: Witness; publicKey?: KeyObject; now: number },
): Verification {
	const stored = storedCheckpoints(client);
	const given = witness && "checkpoint" in witness ? [witness.checkpoint] : [];
	const chains = walkChains(client, [...stored, ...given]);
	const witnessed = witness && witnessedBy(witness, stored, chains);
	const disagreements = witnessed ? disagreementsWith(witnessed, chains, now) : [];
	const signed = signatureOf(witness, publicKey);
	const wrong = stored.filter((checkpoint) => {
		const agrees = disagreementsWith(checkpoint, chains, now).length === 0;
		return !agrees || (publicKey && !isSigned(checkpoint, publicKey));
	});
	return {
		whole:
			Object.values(chains).every(({ brokenAt }) => brokenAt === undefined) &&
			disagreements.length === 0 &&
			(witness === undefined || witnessed !== undefined) &&
			signed !== false &&
			wrong.length === 0,
		chains,
		disagreements,
		witnessed,
		signed,
		stored: { count: stored.length, wrong: wrong.map(({ at }) => at) },
	};
}

function witnessedBy(
	witness: Witness,
	stored: readonly Statement[],
	chains: Record<ChainedTable["table"], WalkedChain>,
): Statement | undefined {
	if ("checkpoint" in witness) return witness.checkpoint;
	return statementOfShortForm(witness.short, stored, chains);
}

function signatureOf(
	witness: Witness | undefined,
	publicKey: KeyObject | undefined,
): boolean | undefined {
	if (!publicKey || !witness || !("checkpoint" in witness)) return undefined;
	return isSigned(witness.checkpoint, publicKey);
}
