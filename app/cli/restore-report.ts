import type { Counts } from "#db/backups/manifest.ts";
import type { KeyProof, Proof } from "#db/backups/prove-copy.ts";
import type { Restored } from "#db/backups/restore.ts";
import type { Witness } from "#db/verify-chains.ts";
import { verificationReport } from "./audit-report.ts";

/** What was found in a backup that was put back, in words for whoever did it. */
export function restoreReport(restored: Restored, witness: Witness | undefined): string[] {
	const { manifest, keysAt, proof, keyProof, sound } = restored;
	const { versions, schema } = manifest;
	return [
		`Store of ${manifest.at}, keys of ${keysAt}.`,
		`Made by Relais ${versions.relais}, Node ${versions.node}, SQLite ${versions.sqlite}, ${schema.migrations} migration(s).`,
		"Every byte is the one that the manifest says.",
		...fileLines(proof),
		...verificationReport(proof.chains, witness),
		...countLines(proof),
		...keyLines(keyProof),
		sound ? "This backup is sound." : "THIS BACKUP IS NOT SOUND: see above.",
	];
}

function fileLines({ damage, orphans, sameEnds }: Proof): string[] {
	return [
		damage.length === 0 ? "Integrity: sound." : `Integrity: DAMAGED. ${damage.join("; ")}`,
		orphans === 0
			? "References: every row refers to one that is there."
			: `References: ${orphans} row(s) refer to one that is MISSING.`,
		...(sameEnds ? [] : ["Histories do NOT end where the manifest says."]),
	];
}

function countLines({ counts: { said, found } }: Proof): string[] {
	const names = Object.keys(said) as (keyof Counts)[];
	const other = names.filter((name) => said[name] !== found[name]);
	return [
		countsInWords(found),
		...other.map((name) => `  The manifest says ${said[name]} for ${name}, NOT ${found[name]}.`),
	];
}

function countsInWords(counts: Counts): string {
	return [
		`${counts.situations} situation(s), ${counts.openSituations} of them open`,
		`${counts.openHandoffs} open handoff(s)`,
		`${counts.timers} timer(s), ${counts.runningTimers} of them running`,
	].join("; ");
}

function keyLines(proof: KeyProof | undefined): string[] {
	if (!proof) {
		return [
			"The keys were not opened: without --wrapping-key nothing is said of who made this backup,",
			"and what was forgotten since was not forgotten again.",
		];
	}
	const { signed, unreadable, list, purges, counts } = proof;
	return [
		signed
			? "Signed by the store that it belongs to."
			: "NOT signed by the store that these keys belong to: somebody else may have made it.",
		...(unreadable > 0 ? [`${unreadable} situation(s) have NO key: their answers are lost.`] : []),
		lists[list],
		`Forgotten again: ${purges.forgotten}; not in this backup: ${purges.elsewhere}.`,
		...(purges.unverified > 0 ? [`${purges.unverified} could not be verified: start again.`] : []),
		...(purges.forgotten > 0 ? [`Left: ${countsInWords(counts)}`] : []),
	];
}

const lists: Record<KeyProof["list"], string> = {
	read: "The list of what was forgotten was read.",
	none: "There was no list of what was forgotten since: --purges names one. What was due is forgotten again within a day.",
	refused:
		"The list of what was forgotten is NOT this store's, or was changed: it was not followed.",
};
