import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Client, clientOf } from "./client.ts";

/** A server in a process of its own. */
export type Served = {
	origin: string;
	client: Client;
	/** Most memory that the process ever held, in MiB; undefined where the system does not tell. */
	peak(): number | undefined;
	stop(): Promise<void>;
};

/** The page that people see first. */
const firstPage = "/sign-in";

/** Where the pages come from: the build, or their sources where nothing is built. */
export type Pages = "build" | "sources";

/** Serves a data directory as production does. @returns once it listens */
export async function serveRelais(directory: string, pages: Pages): Promise<Served> {
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const entry = { build: "../app/server/main.ts", sources: "./serve-sources.ts" }[pages];
	const child = fork(join(import.meta.dirname, entry), [], {
		execArgv: ["--disable-warning=ExperimentalWarning", "--max-old-space-size=512"],
		stdio: ["ignore", "ignore", "inherit", "ipc"],
		env: {
			...process.env,
			NODE_ENV: "production",
			PORT: String(port),
			DATA_DIR: directory,
			RELAIS_DEMO: "1",
			RELAIS_ORIGIN: origin,
			LOG_LEVEL: "error",
		},
	});
	const served = servedBy(child, origin);
	await answering(served, child);
	return served;
}

/** Starts a peer of the bench, which says its port when it listens. */
export async function servePeer(file: string, words: readonly string[]): Promise<Served> {
	const child = fork(join(import.meta.dirname, "peers", file), words, {
		execArgv: ["--disable-warning=ExperimentalWarning"],
	});
	const ended = once(child, "exit").then(() => {
		throw new Error(`The peer ${file} ended before it listened.`);
	});
	const [port] = await Promise.race([once(child, "message"), ended]);
	ended.catch(() => {});
	return servedBy(child, `http://localhost:${port}`);
}

function servedBy(child: ChildProcess, origin: string): Served {
	const client = clientOf(origin);
	return {
		origin,
		client,
		peak: () => peakOf(child.pid),
		async stop() {
			client.close();
			if (child.exitCode !== null) return;
			child.kill("SIGTERM");
			await once(child, "exit");
		},
	};
}

async function answering({ client }: Served, child: ChildProcess): Promise<void> {
	const until = performance.now() + 120_000;
	while (child.exitCode === null && performance.now() < until) {
		const answered = await client.ask({ path: firstPage }).catch(() => undefined);
		if (answered?.status === 200) return;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	child.kill();
	throw new Error(`The server did not answer (exit code ${child.exitCode}).`);
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, "127.0.0.1");
	await once(probe, "listening");
	const address = probe.address();
	probe.close();
	await once(probe, "close");
	if (address === null || typeof address === "string") throw new Error("No free port.");
	return address.port;
}

function peakOf(pid: number | undefined): number | undefined {
	try {
		const status = readFileSync(`/proc/${pid}/status`, "utf8");
		const kib = /^VmHWM:\s+(\d+)/m.exec(status)?.[1];
		return kib === undefined ? undefined : Number(kib) / 1024;
	} catch {
		return undefined;
	}
}

/** Signs in as a person of a made-up territory. @returns the cookie of the session */
export async function enterAs({ client }: Served, memberId: string): Promise<string> {
	const answered = await client.ask({
		path: `/demonstration/${memberId}`,
		method: "POST",
		form: {},
	});
	const cookies = answered.headers["set-cookie"] ?? [];
	if (cookies.length === 0) throw new Error(`${memberId} could not enter: ${answered.status}.`);
	return cookies.map((cookie) => cookie.split(";")[0]).join("; ");
}
