import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDb } from "#db/client.ts";
import { openIncidents } from "#db/incidents.ts";

const quoting = [
	"console.log('Jeanne Martin');",
	"console.error(new Error('Jeanne Martin'));",
	"Promise.reject(new RangeError('line one\\nJeanne Martin, 06 12 34 56 78'));",
].join("\n");

test("what a library says and what nobody caught are noted, and not quoted", async () => {
	const file = join(mkdtempSync(join(tmpdir(), "relais-")), "data", "relais.db");
	const { code, said } = await run(`
		import { guardLastWords } from "#app/server/last-words.server.ts";
		import { createIncidentDesk } from "#app/server/incident-desk.server.ts";
		import { createLog } from "#app/server/log.server.ts";
		import { migrate, openDb } from "#db/client.ts";
		const db = openDb(${JSON.stringify(file)});
		migrate(db);
		const incidents = createIncidentDesk(db, { now: () => 1790000000000 });
		guardLastWords({ log: createLog("debug"), incidents });
		${quoting}
	`);

	const lines = said
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
	expect(lines).toMatchObject([
		{ event: "library-spoke", level: "info" },
		{ event: "library-spoke", level: "error" },
		{ event: "bug", className: "RangeError" },
	]);
	expect(said).not.toMatch(/Jeanne|06 12/);
	expect(code).toBe(1);
	expect(openIncidents(openDb(file))).toMatchObject([{ reason: "process-ended", times: 1 }]);
});

test("without the guard the same words would be quoted", async () => {
	const { said } = await run(quoting);

	expect(said.match(/Jeanne/g)?.length).toBeGreaterThanOrEqual(3);
});

/** Runs a program of its own: what it says on either stream, and how it ends. */
async function run(program: string) {
	const parameters = ["--input-type=module", "--eval", program];
	const child = spawn(process.execPath, parameters, { cwd: process.cwd() });
	let said = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (chunk) => {
			said += chunk;
		});
	}
	const [code] = await once(child, "close");
	return { code, said };
}
