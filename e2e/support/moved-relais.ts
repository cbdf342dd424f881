import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answering, freePort } from "../security/own-relais.ts";
import { openStore, type Store } from "../security/store.ts";

const root = join(import.meta.dirname, "..", "..");
const dayMs = 86_400_000;

/** A demonstration whose clock is moved from one start to the next; its store stays. */
export type MovedRelais = {
	origin: string;
	store: Store;
	/** Ends the server and starts it again at an instant to come, where clocks are looked at often. */
	liveAt(at: number): Promise<void>;
	end(): Promise<void>;
};

/** Starts a demonstration of our own, now. */
export async function movedRelais(): Promise<MovedRelais> {
	const directory = mkdtempSync(join(tmpdir(), "relais-moved-"));
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	let server = serveAt(port, directory, 0);
	await answering(server, origin);
	const store = openStore(join(directory, "relais.db"));
	return {
		origin,
		store,
		async liveAt(at) {
			await ended(server);
			server = serveAt(port, directory, at - Date.now());
			await answering(server, origin);
		},
		async end() {
			store.close();
			await ended(server);
			rmSync(directory, { recursive: true, force: true });
		},
	};
}

function serveAt(port: number, directory: string, laterMs: number): ChildProcess {
	const moved = ["--import", "./e2e/canary/later.mjs"];
	return spawn("node", [...moved, "--max-old-space-size=512", "app/server/main.ts"], {
		cwd: root,
		stdio: ["ignore", "ignore", "inherit"],
		env: {
			PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH}`,
			NODE_ENV: "production",
			PORT: String(port),
			DATA_DIR: directory,
			RELAIS_DEMO: "1",
			LOG_LEVEL: "error",
			CANARY_DAYS: String(laterMs / dayMs),
		},
	});
}

async function ended(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const exit = once(server, "exit");
	server.kill("SIGTERM");
	await exit;
}
