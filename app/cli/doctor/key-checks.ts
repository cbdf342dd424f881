import { existsSync } from "node:fs";
import { relative } from "node:path";
import Database from "better-sqlite3";
import type { Environment } from "#app/server/environment.server.ts";
import { CannotStart } from "#db/cannot-start.ts";
import { forgottenKeys, type KeyStore, knownKeys } from "#db/keys/key-store.ts";
import { readSecret } from "#db/keys/secrets.ts";
import { readWrappingKey } from "#db/keys/wrapping-key.ts";
import { wrappingKeyBeside } from "#db/stores.ts";
import type { Finding, Found } from "./finding.ts";

/** Whether history can be read, and by whom else. */
export function keyFindings(
	environment: Environment,
	store: Database.Database | undefined,
): Finding[] {
	const { places } = environment;
	const file = places.wrappingKey ?? wrappingKeyBeside(places);
	const known = existsSync(places.keys);
	const lost: Found | undefined =
		store && !known ? { code: "keys-missing", file: places.keys } : undefined;
	const wrong = known ? openedWith(file, places.keys, store) : lost;
	return [
		...placeFindings(environment, file),
		...(wrong ? [{ area: "keys", weight: "must", ...wrong } as const] : []),
	];
}

function placeFindings({ places, demonstration, backups }: Environment, file: string): Finding[] {
	const area = "keys" as const;
	const beside = places.wrappingKey === undefined && existsSync(file);
	const among = backups.directory !== undefined && isInside(backups.directory, file);
	const weight = demonstration ? "should" : "must";
	return [
		...(beside ? [{ area, weight, code: "wrapping-key-beside", file } as const] : []),
		...(among ? [{ area, weight: "must", code: "wrapping-key-in-backups", file } as const] : []),
	];
}

function isInside(directory: string, file: string): boolean {
	const way = relative(directory, file);
	return way !== "" && !way.startsWith("..");
}

/** What is wrong with the keys; undefined when every situation can be read. */
function openedWith(
	wrappingKeyFile: string,
	file: string,
	store: Database.Database | undefined,
): Found | undefined {
	try {
		const wrappingKey = readWrappingKey(wrappingKeyFile);
		const client = new Database(file, { readonly: true });
		try {
			readSecret({ client, wrappingKey }, "signing");
			const count = store ? lacking({ client, wrappingKey }, store) : 0;
			return count === 0 ? undefined : { code: "keys-lacking", count };
		} finally {
			client.close();
		}
	} catch (error) {
		if (error instanceof CannotStart) {
			return { code: "wrapping-key-unusable", sentence: error.message };
		}
		return { code: "keys-locked" };
	}
}

function lacking(keys: KeyStore, store: Database.Database): number {
	const accounted = new Set([...knownKeys(keys), ...forgottenKeys(keys)]);
	const all = store.prepare("SELECT pk FROM situations").pluck().all() as number[];
	return all.filter((pk) => !accounted.has(pk)).length;
}
