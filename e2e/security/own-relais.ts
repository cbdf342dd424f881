import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { furnish } from "./furnish.ts";
import { openStore, type Store } from "./store.ts";
import { keptByBrowser, nothingKept, watch } from "./watch.ts";

/** A Relais of our own, on its own port and with its own demonstration territory. */
export type OwnRelais = {
	origin: string;
	store: Store;
	/** How much memory its process holds now. */
	memoryKib(): number;
};

/**
 * Tests of what must never happen change much and try passwords too often: they do it in a
 * territory of their own, which no journey shares.
 */
export const test = base.extend<object, { relais: OwnRelais }>({
	relais: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are used here
		async ({}, use) => {
			const directory = mkdtempSync(join(tmpdir(), "relais-own-"));
			const port = await freePort();
			const server = serve(port, directory);
			const origin = `http://localhost:${port}`;
			try {
				await answering(server, origin);
				const store = openStore(join(directory, "relais.db"));
				const relais = { origin, store, memoryKib: () => memoryKibOf(server) };
				await furnish(relais);
				await use(relais);
				store.close();
			} finally {
				await ended(server);
				rmSync(directory, { recursive: true, force: true });
			}
		},
		{ scope: "worker", timeout: 120_000 },
	],
	baseURL: ({ relais }, use) => use(relais.origin),
	/** Whatever a test does in the browser: nothing goes outside, is complained of, or is kept. */
	page: async ({ page, relais }, use) => {
		const noted = watch(page, relais.origin);
		await use(page);
		expect(noted).toEqual([]);
		if (page.url().startsWith(relais.origin))
			expect(await keptByBrowser(page)).toEqual(nothingKept);
	},
});

export { expect } from "@playwright/test";

/** Signs the browser in as a person of the demonstration; nobody for `undefined`. */
export async function enter(page: Page, { origin }: OwnRelais, memberId: string | undefined) {
	if (memberId === undefined) return;
	const answer = await page.request.post(paths.demonstration(memberId), {
		headers: { origin },
		form: {},
		maxRedirects: 0,
	});
	if (answer.status() !== 303) throw new Error(`${memberId} could not enter: ${answer.status()}.`);
}

/** Serves a data directory. */
export function serve(port: number, directory: string, demonstration = "1"): ChildProcess {
	return spawn("node", ["--max-old-space-size=512", "app/server/main.ts"], {
		cwd: join(import.meta.dirname, "..", ".."),
		stdio: ["ignore", "ignore", "inherit"],
		env: {
			PATH: `${join(import.meta.dirname, "..", "..", "node_modules", ".bin")}:${process.env.PATH}`,
			NODE_ENV: "production",
			PORT: String(port),
			DATA_DIR: directory,
			RELAIS_DEMO: demonstration,
			LOG_LEVEL: "error",
			// A provider of identities is set up, and nobody listens there: nothing else depends on it.
			RELAIS_OIDC_ISSUER: "http://127.0.0.1:9",
			RELAIS_OIDC_CLIENT_ID: "relais",
			RELAIS_OIDC_CLIENT_SECRET: "nobody listens",
		},
	});
}

async function ended(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const exit = once(server, "exit");
	server.kill("SIGTERM");
	await exit;
}

function memoryKibOf({ pid }: ChildProcess): number {
	return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
}

/** A port that nobody listens on; the server cannot choose one, as its address is part of its rules. */
export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, "127.0.0.1");
	await once(probe, "listening");
	const address = probe.address();
	probe.close();
	await once(probe, "close");
	if (address === null || typeof address === "string") throw new Error("No port is free.");
	return address.port;
}

/** Waits until a server that was started answers. */
export async function answering(
	server: ChildProcess,
	origin: string,
	withinMs = 110_000,
): Promise<void> {
	for (const began = Date.now(); Date.now() - began < withinMs; ) {
		if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`);
		const answer = await fetch(`${origin}${paths.health()}`).catch(() => undefined);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error("The server did not answer in time.");
}
