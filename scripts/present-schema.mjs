import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root, runTool, stop } from "./prepare.mjs";

/** What a fresh store would be: drizzle-kit's words, STRICT, with our triggers. */
export async function presentSchema() {
	const out = mkdtempSync(join(tmpdir(), "relais-schema-"));
	const parameters = [
		...["generate", "--dialect=sqlite", "--schema=./db/schema/*.ts"],
		`--out=${relative(root, out)}`,
	];
	const code = await runTool("drizzle-kit/bin.cjs", parameters, { quiet: true });
	const file = readdirSync(out).find((name) => name.endsWith(".sql"));
	if (code !== 0 || !file) stop("drizzle-kit could not read the schema.", code || 1);
	const sql = readFileSync(join(out, file), "utf8");
	rmSync(out, { recursive: true });
	const triggers = readFileSync(join(root, "db", "schema", "triggers.sql"), "utf8");
	return `${strict(sql).trimEnd()}\n--> statement-breakpoint\n${triggers}`;
}

/** drizzle-kit knows no STRICT tables: without them SQLite keeps any type in any column. */
function strict(sql) {
	return sql
		.split("--> statement-breakpoint")
		.map((statement) =>
			/^\s*CREATE TABLE/.test(statement)
				? statement.replace(/\);(\s*)$/, ") STRICT;$1")
				: statement,
		)
		.join("--> statement-breakpoint");
}
