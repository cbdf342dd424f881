// `npm run db:generate`: writes the one migration that leads from the last released version to the
// present schema. What was released is never written again: `db/migrations/released.json`.
// `npm run db:generate -- --release 1.2.3` adds it to that list.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { differenceBetween } from "./migration-difference.mjs";
import { root, stop } from "./prepare.mjs";
import { presentSchema } from "./present-schema.mjs";

const migrations = join(root, "db", "migrations");
const journalFile = join(migrations, "meta", "_journal.json");
const releasedFile = join(migrations, "released.json");

const released = JSON.parse(readFileSync(releasedFile, "utf8"));
for (const { tag, sha256 } of released) {
	if (digestOf(sqlOf(tag)) !== sha256) stop(`${tag}.sql was released and must not change.`, 1);
}

const version = versionAsked();
if (version === undefined) await writeNext();
else release(version);

async function writeNext() {
	const last = released.map(({ tag }) => sqlOf(tag)).join("\n--> statement-breakpoint\n");
	const fills = JSON.parse(readFileSync(join(migrations, "fills.json"), "utf8"));
	const difference = differenceBetween(last, await presentSchema(), fills);
	const tag = `${String(released.length).padStart(4, "0")}_changes`;
	const file = join(migrations, `${tag}.sql`);
	const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
	if (difference === undefined) {
		rmSync(file, { force: true });
		writeJournal(released);
		console.log("Nothing differs from the last release.");
		return;
	}
	const when = before === difference ? entryOf(tag)?.when : undefined;
	writeFileSync(file, difference);
	writeJournal([...released, { tag, when: when ?? Date.now() }]);
	console.log(`Wrote db/migrations/${tag}.sql.`);
}

function release(name) {
	const { entries } = JSON.parse(readFileSync(journalFile, "utf8"));
	const next = entries[released.length];
	if (!next) stop("Nothing differs from the last release.", 1);
	const { tag, when } = next;
	const added = { version: name, tag, when, sha256: digestOf(sqlOf(tag)) };
	writeFileSync(releasedFile, `${JSON.stringify([...released, added], undefined, "\t")}\n`);
	console.log(`${tag}.sql is part of ${name}, and will not change.`);
}

function writeJournal(list) {
	const entries = list.map(({ tag, when }, idx) => ({
		...{ idx, version: "6", when, tag, breakpoints: true },
	}));
	const journal = { version: "7", dialect: "sqlite", entries };
	writeFileSync(journalFile, `${JSON.stringify(journal, undefined, "\t")}\n`);
}

function entryOf(tag) {
	const { entries } = JSON.parse(readFileSync(journalFile, "utf8"));
	return entries.find((entry) => entry.tag === tag);
}

function sqlOf(tag) {
	return readFileSync(join(migrations, `${tag}.sql`), "utf8");
}

function digestOf(text) {
	return createHash("sha256").update(text).digest("hex");
}

function versionAsked() {
	const at = process.argv.indexOf("--release");
	if (at < 0) return undefined;
	const asked = process.argv[at + 1] ?? "";
	return /^\d+\.\d+\.\d+$/.test(asked) ? asked : stop("--release needs a version: 1.2.3.", 1);
}
