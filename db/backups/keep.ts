import { rmSync } from "node:fs";
import { backupsIn, type FoundBackup, type Part } from "./backup-names.ts";

/** How long backups stay: so many of the latest, and the last one of each day. */
export type Keeping = { latest: number; days: number };

/** A day of quarters of an hour, and a month of days. */
export const usualKeeping: Keeping = { latest: 96, days: 30 };

const dayMs = 86_400_000;

/** However somebody sets it: what was forgotten must be gone from every backup after this long. */
const longestDays: Record<Part, number> = { store: 30, keys: 7 };

/**
 * Removes what has expired. Keys go first: a backup of them can bring back what was forgotten. The
 * newest backup stays, so that an interval without any does not remove the last one.
 *
 * @returns how many files were removed
 */
export function removeExpired(directory: string, keeping: Keeping, now: number): number {
	const backups = backupsIn(directory);
	const expired = backups.flatMap((backup, index) =>
		expiredOf(backup, index, backups, keeping, now),
	);
	for (const file of expired) rmSync(file, { force: true });
	return expired.length;
}

function expiredOf(
	{ at, files }: FoundBackup,
	index: number,
	backups: readonly FoundBackup[],
	{ latest, days }: Keeping,
	now: number,
): string[] {
	if (index === 0) return [];
	const before = backups[index - 1];
	const lastOfDay = dayOf(before?.at ?? now) !== dayOf(at);
	const wanted = index < latest || (lastOfDay && at > now - days * dayMs);
	return (["keys", "store"] as const).flatMap((part) => {
		const file = files[part];
		const isOver = at <= now - longestDays[part] * dayMs;
		return file !== undefined && (isOver || !wanted) ? [file] : [];
	});
}

function dayOf(at: number): number {
	return Math.floor(at / dayMs);
}
