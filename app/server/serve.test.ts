import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

test("a variable that cannot be used stops the start with one sentence", async () => {
	const ended = await run({ PORT: "many" });

	expect(ended.code).toBe(1);
	expect(ended.said).toBe(
		"Relais does not start. PORT is “many”, but must be a whole number from 0 to 65535.\n",
	);
});

test("a wrapping key that is not there stops the start with one sentence", async () => {
	const ended = await run({ RELAIS_KEY_FILE: "/nowhere/wrapping.key" });

	expect(ended.code).toBe(1);
	expect(ended.said).toBe(
		"Relais does not start. The wrapping key is not at /nowhere/wrapping.key: without it no history can be read.\n",
	);
});

async function run(variables: Record<string, string>) {
	const data = mkdtempSync(join(tmpdir(), "relais-"));
	const server = spawn(process.execPath, ["app/server/main.ts"], {
		env: { PATH: process.env.PATH, NODE_ENV: "production", DATA_DIR: data, ...variables },
	});
	let said = "";
	server.stderr.on("data", (chunk) => {
		said += chunk;
	});
	const [code] = await once(server, "close");
	return { code, said };
}
