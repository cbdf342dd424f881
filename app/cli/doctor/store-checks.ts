import { readFileSync } from "node:fs";
import type Database from "better-sqlite3";
import { schemaOf } from "#db/backups/manifest.ts";
import { damageOf } from "#db/connection.ts";
import type { Area, Finding, Found } from "./finding.ts";

const minuteMs = 60_000;
/** Two clocks that are kept right may differ by this. */
const toleranceMs = 2 * minuteMs;
const checkpointsEachMs = 2 * 24 * 60 * minuteMs;

/** Whether the file of the store is sound and fits this version. */
export function storeFindings(store: Database.Database, file: string): Finding[] {
	if (damageOf(store) !== undefined) return [must("store", { code: "store-damaged", file })];
	const count = (store.pragma("foreign_key_check") as unknown[]).length;
	return [
		...(count > 0 ? [must("store", { code: "references-broken", count })] : []),
		...schemaFindings(store),
	];
}

function schemaFindings(store: Database.Database): Finding[] {
	const journal = new URL("../../../db/migrations/meta/_journal.json", import.meta.url);
	const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: unknown[] };
	const { migrations } = schemaOf(store);
	if (migrations < entries.length) {
		return [must("store", { code: "schema-behind", migrations: entries.length - migrations })];
	}
	return migrations > entries.length ? [must("store", { code: "schema-ahead" })] : [];
}

/** Whether the clock went back behind what was written. */
export function clockFindings(store: Database.Database, now: number): Finding[] {
	const latest = store
		.prepare(
			`SELECT max(at) FROM (
				SELECT max(at) AS at FROM audit
				UNION ALL SELECT max(at) FROM checkpoints WHERE reason <> 'handoff'
			)`,
		)
		.pluck()
		.get() as number | null;
	if (latest === null || latest <= now + toleranceMs) return [];
	const instant = new Date(latest).toISOString();
	return [must("clock", { code: "clock-behind", instant })];
}

/** Whether work is stuck until somebody deals with it. */
export function incidentFindings(store: Database.Database): Finding[] {
	const count = store
		.prepare("SELECT count(*) FROM incidents WHERE resolved_at IS NULL")
		.pluck()
		.get() as number;
	return count === 0 ? [] : [must("incidents", { code: "incidents-open", count })];
}

/** Whether the history is still witnessed each day. */
export function checkpointFindings(store: Database.Database, now: number): Finding[] {
	const latest = store
		.prepare("SELECT max(at) FROM checkpoints WHERE reason <> 'handoff'")
		.pluck()
		.get() as number | null;
	if (latest === null) {
		return [{ area: "checkpoints", weight: "should", code: "checkpoint-none" }];
	}
	if (now - latest <= checkpointsEachMs) return [];
	const instant = new Date(latest).toISOString();
	return [must("checkpoints", { code: "checkpoint-old", instant })];
}

function must(area: Area, found: Found): Finding {
	return { area, weight: "must", ...found };
}
