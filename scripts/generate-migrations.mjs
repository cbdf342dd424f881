// `npm run db:generate`: writes the one migration of a store that was never released yet.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, runTool, stop } from "./prepare.mjs";

const migrations = join(root, "db", "migrations");
const triggers = join(root, "db", "schema", "triggers.sql");

rmSync(migrations, { recursive: true, force: true });
const code = await runTool("drizzle-kit/bin.cjs", ["generate", "--name=beginning"]);
if (code !== 0) stop("drizzle-kit could not read the schema: its own words are above.", code);

const file = readdirSync(migrations).find((name) => name.endsWith(".sql"));
if (!file) stop("drizzle-kit wrote no migration.", 1);
const path = join(migrations, file);
writeFileSync(path, withTriggers(strict(readFileSync(path, "utf8"))));
console.log(`Wrote db/migrations/${file}.`);

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

function withTriggers(sql) {
	if (!existsSync(triggers)) return sql;
	return `${sql.trimEnd()}\n--> statement-breakpoint\n${readFileSync(triggers, "utf8")}`;
}
