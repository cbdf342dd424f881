import { createPublicKey } from "node:crypto";
import type Database from "better-sqlite3";
import { signingKeyOf } from "../checkpoints.ts";
import type { Db } from "../client.ts";
import { keylessSituations } from "../integrity.ts";
import { type Verification, verifyChains, type Witness } from "../verify-chains.ts";
import { type Counts, countsOf, headsOf, isSignedManifest } from "./manifest.ts";
import type { Told } from "./open-backup.ts";
import type { Forgotten, Reapplied } from "./purge-list.ts";
import { readIfOurs, reapplyPurges } from "./purge-list.ts";

/** What was found in a copy before anything of it was changed. */
export type Proof = {
	/** What SQLite's own check says of the file: empty when it is sound. */
	damage: string[];
	/** Rows that refer to one that is not there. */
	orphans: number;
	chains: Verification;
	/** Who waits and what will remind, as the manifest says and as it was found. */
	counts: { said: Counts; found: Counts };
	/** Whether both histories end where the manifest says. */
	sameEnds: boolean;
};

/** What the keys say, once they were opened. */
export type KeyProof = {
	/** Whether the store that these keys belong to made the backup. */
	signed: boolean;
	/** Situations without a key that nobody forgot: their answers are lost. */
	unreadable: number;
	/** The list of what was forgotten since; `refused` when this store does not stand for it. */
	list: "read" | "none" | "refused";
	purges: Reapplied;
	/** What is there after what was forgotten has been forgotten again. */
	counts: Counts;
};

/** Works out what a restored store says of itself; needs no key. */
export function proveCopy(
	client: Database.Database,
	{ manifest }: Told,
	{ witness, now }: { witness: Witness | undefined; now: number },
): Proof {
	const rows = client.pragma("integrity_check(10)") as { integrity_check: string }[];
	const damage = rows.map((row) => row.integrity_check).filter((said) => said !== "ok");
	const chains = verifyChains(client, { ...(witness ? { witness } : {}), now });
	return {
		damage,
		orphans: (client.pragma("foreign_key_check") as unknown[]).length,
		chains,
		counts: { said: manifest.counts, found: countsOf(client) },
		sameEnds: JSON.stringify(headsOf(client)) === JSON.stringify(manifest.heads),
	};
}

/** Whether nothing speaks against a copy. */
export function isSound({ damage, orphans, chains, counts, sameEnds }: Proof): boolean {
	const sameCounts = JSON.stringify(counts.said) === JSON.stringify(counts.found);
	return damage.length === 0 && orphans === 0 && chains.whole && sameCounts && sameEnds;
}

/** Asks the keys who made the backup, and forgets again what was forgotten since. */
export function proveWithKeys(
	db: Db,
	told: readonly Told[],
	{ purges, now }: { purges: string | undefined; now: number },
): KeyProof {
	const publicKey = createPublicKey(signingKeyOf(db));
	const signed = told.every(({ text, signature }) => isSignedManifest(text, signature, publicKey));
	const listed: Forgotten[] | undefined =
		purges === undefined ? undefined : readIfOurs(purges, publicKey);
	const reapplied = reapplyPurges(db, listed ?? [], now);
	return {
		signed,
		unreadable: keylessSituations(db),
		list: purges === undefined ? "none" : listed ? "read" : "refused",
		purges: reapplied,
		counts: countsOf(db.$client),
	};
}
