import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type House, root } from "./life.ts";

/** What an operator asks of an instance, and reads the answer of. */
const commands = [
	["rebuild", "--check", "--json"],
	["retention", "status", "--json"],
	["texts", "check", "--json"],
	["territory", "list"],
	["audit", "checkpoint"],
];

/** Backs the stores up, and keeps what each command says: both may carry what the stores hold. */
export async function lookAfter(house: House): Promise<void> {
	backUp(join(house.data, "relais.db"), join(house.backups, "relais.db"));
	backUp(join(house.data, "keys", "keys.db"), join(house.backups, "keys.db"));
	await Promise.all(commands.map((command) => say(house, command)));
}

function backUp(file: string, copy: string): void {
	const store = new Database(file, { readonly: true });
	store.prepare("vacuum into ?").run(copy);
	store.close();
}

async function say({ data, logs, temporary }: House, command: string[]): Promise<void> {
	const child = spawn("node", ["app/cli/main.ts", ...command], {
		cwd: root,
		stdio: ["ignore", "pipe", "pipe"],
		env: {
			PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH}`,
			NODE_ENV: "production",
			DATA_DIR: data,
			TMPDIR: temporary,
			LOG_LEVEL: "debug",
		},
	});
	const said = createWriteStream(join(logs, `${command.join(" ")}.txt`));
	child.stdout.pipe(said, { end: false });
	child.stderr.pipe(said, { end: false });
	await once(child, "close");
	said.end();
	await once(said, "close");
}
