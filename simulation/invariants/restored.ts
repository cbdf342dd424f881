import type { FoundBackup } from "#db/backups/backup-names.ts";
import type { Restored } from "#db/backups/restore.ts";
import type { Db } from "#db/client.ts";
import { historyOf } from "#db/history.ts";
import { KeyFault } from "#db/keys/key-fault.ts";
import { checkRows } from "#db/rebuild.ts";

/** What a store held when a backup was made: each situation, with how far its history had come. */
export type Kept = ReadonlyMap<number, string>;

/** Remembers what a backup of a store has to bring back. */
export function keptIn({ $client }: Db): Kept {
	const rows = $client.prepare("SELECT pk, position || ' ' || status FROM situations").raw().all();
	return new Map(rows as [number, string][]);
}

/** What speaks against a backup that was put back, by its own proof. */
export function unsoundParts({ sound, proof, keyProof }: Restored): string[] {
	if (sound && keyProof?.list === "read") return [];
	return [`A backup that was put back is not sound: ${JSON.stringify({ proof, keyProof })}`];
}

/** No key outlives a week in a backup, and the newest backup is whole. */
export function brokenInKeeping(backups: readonly FoundBackup[], now: number): string[] {
	const [newest] = backups;
	const whole = newest?.files.store && newest.files.keys;
	const old = backups.filter(({ at, files }) => files.keys && at < now - 7 * 86_400_000);
	return [
		...(whole ? [] : ["The newest backup is not whole."]),
		...old.map(({ at }) => `Keys of ${new Date(at).toISOString()} are still in a backup.`),
	];
}

/**
 * What an older backup brought back: everything as it was then, but for what was forgotten since,
 * of which neither rows nor key may be there.
 *
 * @param now the store that goes on
 */
export function brokenInCopy(copy: Db, then: Kept, now: Db): string[] {
	const [found, still] = [keptIn(copy), keptIn(now)];
	const wrong = [...then].flatMap(([pk, as]) => {
		if (still.has(pk)) {
			const same = found.get(pk) === as && historyOf(copy, pk).length === Number.parseInt(as, 10);
			return same ? [] : [`Situation ${pk} came back as ${found.get(pk)}, not as ${as}.`];
		}
		const gone = !found.has(pk) && !isReadable(copy, pk);
		return gone ? [] : [`Situation ${pk} was forgotten, and came back with a backup.`];
	});
	const strays = [...found.keys()].filter((pk) => !then.has(pk));
	return [
		...wrong,
		...strays.map((pk) => `Situation ${pk} came back, and had not been there.`),
		...checkRows(copy).map(
			({ table, key, field }) => `In a copy, ${table} ${key} ${field} is wrong.`,
		),
	];
}

function isReadable(copy: Db, situationPk: number): boolean {
	try {
		return historyOf(copy, situationPk).length > 0;
	} catch (error) {
		if (error instanceof KeyFault) return false;
		throw error;
	}
}
