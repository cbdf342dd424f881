import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { type Environment, readEnvironment } from "#app/server/environment.server.ts";
import { openDb } from "#db/client.ts";
import { holdsRealOnes } from "#db/made-up.ts";
import { configurationFindings, versionFindings } from "./configuration-checks.ts";
import { backupFindings, type Disk, diskFindings, privacyFindings } from "./disk-checks.ts";
import type { Finding } from "./finding.ts";
import { type Keeping, keepingFindings } from "./keeping-checks.ts";
import { keyFindings } from "./key-checks.ts";
import { mailSettingFindings } from "./mail-checks.ts";
import {
	checkpointFindings,
	clockFindings,
	incidentFindings,
	storeFindings,
} from "./store-checks.ts";

/** What an examination is told of the machine. */
export type Machine = {
	variables: Record<string, string | undefined>;
	now: number;
	node: string;
	disk: Disk;
	keeping: Keeping;
};

/** Looks at everything that an operator answers for, and changes nothing. */
export function examine({ variables, now, node, disk, keeping }: Machine): Finding[] {
	const read = readEnvironment(variables);
	if (!read.ok) {
		const { sentence } = read;
		return [
			{ area: "configuration", weight: "must", code: "environment-wrong", sentence },
			...versionFindings(node),
		];
	}
	const { environment } = read;
	return [
		...configurationFindings(environment),
		...versionFindings(node),
		...keepingFindings(keeping, now),
		...mailSettingFindings(environment),
		...privacyFindings(environment),
		...diskFindings(environment, disk),
		...backupFindings(environment, now),
		...withStore(environment, now),
	];
}

function withStore(environment: Environment, now: number): Finding[] {
	const { store: file } = environment.places;
	if (!existsSync(file)) {
		return [
			{ area: "store", weight: "should", code: "store-none", file },
			...keyFindings(environment, undefined),
		];
	}
	const store = new Database(file, { readonly: true });
	try {
		const findings = storeFindings(store, file);
		// What does not fit this version, or is damaged, is not asked any further.
		if (findings.some(({ weight }) => weight === "must")) return findings;
		return [
			...apartFindings(environment),
			...keyFindings(environment, store),
			...clockFindings(store, now),
			...checkpointFindings(store, now),
			...incidentFindings(store),
		];
	} catch {
		return [{ area: "store", weight: "must", code: "store-damaged", file }];
	} finally {
		store.close();
	}
}

function apartFindings({ demonstration, places }: Environment): Finding[] {
	if (!demonstration) return [];
	const db = openDb(places.store);
	try {
		if (!holdsRealOnes(db)) return [];
		return [{ area: "configuration", weight: "must", code: "demonstration-beside-real" }];
	} finally {
		db.$client.close();
	}
}
