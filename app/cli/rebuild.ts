import { randomBytes } from "node:crypto";
import type { Command } from "commander";
import { checkRows, type Difference, rewriteRows } from "#db/rebuild.ts";
import { withStore } from "./store.ts";

/** `relais rebuild`: tells every situation again from its history. */
export function addRebuild(program: Command): void {
	program
		.command("rebuild")
		.description("Writes the rows that lists read anew from history, or checks them.")
		.option("--check", "only compare, and end with 1 when something differs")
		.option("--json", "print the differences as JSON")
		.action(({ check = false, json = false }: { check?: boolean; json?: boolean }) => {
			withStore(program, (db) => {
				const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
				const found = check ? checkRows(db) : rewriteRows(db, random);
				console.log(json ? JSON.stringify(found) : reportOf(found, check));
				if (check && found.length > 0) process.exitCode = 1;
			});
		});
}

function reportOf(found: Difference[], check: boolean): string {
	const lines = found.map(
		({ table, key, field, stored, computed }) =>
			`${table} ${key} ${field}: stored ${JSON.stringify(stored)}, computed ${JSON.stringify(computed)}`,
	);
	return [...lines, summaryOf(found.length, check)].join("\n");
}

function summaryOf(count: number, check: boolean): string {
	if (count === 0) return "Every row is as history tells it.";
	return check ? `${count} difference(s).` : `${count} difference(s), all rewritten.`;
}
