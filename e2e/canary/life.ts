import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { answering, freePort } from "../security/own-relais.ts";

/** Where everything of one life of the application is: whatever it writes, it writes here. */
export type House = { data: string; logs: string; temporary: string; backups: string };

/** The server while it runs. */
export type Living = { origin: string; stop(signal?: NodeJS.Signals): Promise<void> };

export const root = join(import.meta.dirname, "..", "..");

/** The rooms of a house. */
export function roomsIn(directory: string): House {
	return {
		data: join(directory, "data"),
		logs: join(directory, "logs"),
		temporary: join(directory, "temporary"),
		backups: join(directory, "backups"),
	};
}

/** Makes an empty house. */
export function houseIn(directory: string): House {
	const house = roomsIn(directory);
	for (const path of Object.values(house)) mkdirSync(path, { recursive: true });
	return house;
}

/** Starts the server as in production, some days later, with everything logged that can be. */
export async function liveIn(house: House, day: number): Promise<Living> {
	const port = await freePort();
	const log = openSync(join(house.logs, `day-${day}.log`), "a");
	const server = spawn(
		"node",
		["--import", join(import.meta.dirname, "later.mjs"), "app/server/main.ts"],
		{
			cwd: root,
			stdio: ["ignore", log, log],
			env: {
				PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH}`,
				NODE_ENV: "production",
				PORT: String(port),
				DATA_DIR: house.data,
				TMPDIR: house.temporary,
				RELAIS_DEMO: "1",
				LOG_LEVEL: "debug",
				CANARY_DAYS: String(day),
			},
		},
	);
	closeSync(log);
	const origin = `http://localhost:${port}`;
	const stop = (signal: NodeJS.Signals = "SIGTERM") => stopped(server, signal);
	await answering(server, origin, 180_000).catch(async (error) => {
		await stop("SIGKILL");
		throw error;
	});
	return { origin, stop };
}

async function stopped(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (server.exitCode !== null) return;
	const ended = once(server, "exit");
	server.kill(signal);
	await ended;
}
