import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { signingKeyOf } from "../checkpoints.ts";
import type { Db } from "../client.ts";
import { forgetDataKey } from "../keys/key-store.ts";
import { keysOf } from "../keys/keys-of.ts";
import { finishPurges, type Purged } from "../purge.ts";
import { BackupFault } from "./backup-fault.ts";

/**
 * A situation that was forgotten, by the link of its first entry in the journal. A number alone
 * would not do: after an older backup was put back, numbers are given again, and the list would
 * forget a situation that is open.
 */
export type Forgotten = { situationPk: number; week: number; link: string };

const title = "relais-purges-1";
const line = /^(\d{1,15}) (\d{4}-\d{2}-\d{2}) ([\w-]{43})$/;

/** Where the list lies in a directory of backups. */
export function purgeListIn(directory: string): string {
	return join(directory, "relais-purges.txt");
}

/** What a store has forgotten. */
export function forgottenIn({ $client }: Db): Forgotten[] {
	const rows = $client
		.prepare(
			`SELECT p.situation_pk AS situationPk, p.week AS week, j.link AS link
			FROM purged_situations p
			JOIN journal j ON j.situation_pk = p.situation_pk AND j.position = 1
			ORDER BY p.situation_pk`,
		)
		.all() as { situationPk: number; week: number; link: Buffer }[];
	return rows.map((row) => ({ ...row, link: row.link.toString("base64url") }));
}

/** A list as text, signed: whoever may write the file could have a situation forgotten otherwise. */
export function purgeListText(forgotten: readonly Forgotten[], signingKey: KeyObject): string {
	const lines = forgotten.map(
		({ situationPk, week, link }) =>
			`${situationPk} ${new Date(week).toISOString().slice(0, 10)} ${link}`,
	);
	const text = [title, ...lines, ""].join("\n");
	return `${text}signature ${sign(null, Buffer.from(text), signingKey).toString("base64url")}\n`;
}

/** What was on a list before, and what the store has forgotten since. */
export function joinedList(before: readonly Forgotten[], now: readonly Forgotten[]): Forgotten[] {
	const byLink = new Map([...before, ...now].map((one) => [one.link, one]));
	return [...byLink.values()].sort((one, other) => one.situationPk - other.situationPk);
}

/**
 * Reads a list.
 *
 * @throws BackupFault when it is none, or this store does not stand for it
 */
export function readPurgeList(file: string, publicKey: KeyObject): Forgotten[] {
	const text = existsSync(file) ? readFileSync(file, "utf8") : "";
	const [, signed = "", signature = ""] = /^(.*\n)signature ([\w-]{86})\n$/s.exec(text) ?? [];
	const stands =
		signed.startsWith(`${title}\n`) &&
		verify(null, Buffer.from(signed), publicKey, Buffer.from(signature, "base64url"));
	if (!stands) {
		throw new BackupFault(
			"purges",
			`${file} is not the list of what this store has forgotten, or somebody changed it.`,
		);
	}
	return signed.split("\n").flatMap((text) => {
		const [, pk, week = "", link = ""] = line.exec(text) ?? [];
		return pk === undefined ? [] : [{ situationPk: Number(pk), week: Date.parse(week), link }];
	});
}

/** What the lists of both stores, and one from outside, made a store that was put back forget. */
export type Reapplied = {
	forgotten: number;
	/** The files were read back, and something could not be verified: the next start tries again. */
	unverified: number;
	/** On the list, and not in this store under that number: it is older than they are. */
	elsewhere: number;
};

/** Forgets again what was forgotten since a backup was made. */
export function reapplyPurges(db: Db, listed: readonly Forgotten[], now: number): Reapplied {
	const here = listed.filter(
		({ situationPk, link }) => firstLink(db.$client, situationPk) === link,
	);
	const keys = keysOf(db);
	for (const { situationPk } of here) forgetDataKey(keys, situationPk);
	const done: Purged[] = finishPurges(db, now);
	return {
		forgotten: done.length,
		unverified: done.filter(({ verified }) => !verified).length,
		elsewhere: listed.length - here.length,
	};
}

function firstLink(client: Database.Database, situationPk: number): string | undefined {
	const link = client
		.prepare("SELECT link FROM journal WHERE situation_pk = ? AND position = 1")
		.pluck()
		.get(situationPk);
	return link instanceof Uint8Array ? Buffer.from(link).toString("base64url") : undefined;
}

/**
 * The list to write now: what the one that is there says, and what the store has forgotten since.
 * One that this store does not stand for must not keep a backup from being made: it is left out.
 */
export function nextPurgeList(db: Db, file: string): { text: string; refused: boolean } {
	const key = signingKeyOf(db);
	const before = existsSync(file) ? readIfOurs(file, createPublicKey(key)) : [];
	const text = purgeListText(joinedList(before ?? [], forgottenIn(db)), key);
	return { text, refused: before === undefined };
}

/** What a list says; undefined when this store does not stand for it. */
export function readIfOurs(file: string, publicKey: KeyObject): Forgotten[] | undefined {
	try {
		return readPurgeList(file, publicKey);
	} catch (error) {
		if (error instanceof BackupFault) return undefined;
		throw error;
	}
}
