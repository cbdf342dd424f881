import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { paths } from "#app/paths.ts";
import { migrate } from "#db/client.ts";
import { historyOf } from "#db/history.ts";
import { handoffs } from "#db/schema/handoffs.ts";
import { territories } from "#db/schema/territories.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { settleSmallTerritory } from "#db/small-territory.ts";
import { closeStores, openStores, placesIn } from "#db/stores.ts";
import { faultsOf } from "../../crash/soundness.ts";
import { type Answered, askUnchecked } from "./http.ts";
import { answering, freePort, serve } from "./own-relais.ts";
import { cookiesOf, type Fields, filled, formHeaders } from "./visitor.ts";

/** A handoff that waits for its acceptance. */
export type Waiting = { id: string; situationPk: number; address: string; number: string };

/** A server that may be killed and started again on the same files. */
export type KilledRelais = {
	origin: string;
	/** Its process, of which it has another one after each start. */
	process(): ChildProcess;
	/** With no warning: nothing is flushed, nothing is closed. */
	kill(): Promise<void>;
	/** Starts it again, after so many starts that were cut short after so many milliseconds. */
	start(cutShort?: readonly number[]): Promise<void>;
	/** Stops it for good. */
	stop(): Promise<void>;
	/** The cookies of somebody who received every handoff. */
	enter(): Promise<Record<string, string>>;
};

/** Settles a small territory in which so many handoffs wait for the CRIP. */
export function settleWaiting(count: number): { directory: string; waiting: Waiting[] } {
	const directory = mkdtempSync(join(tmpdir(), "relais-killed-"));
	const db = openStores(placesIn(directory));
	migrate(db);
	const territory = settleSmallTerritory(db);
	db.update(territories).set({ demonstration: true }).run();
	const startsAt = Date.now() - 3_600_000;
	for (let seed = 1; seed <= count; seed += 1) {
		tellInStore(territory, sentToCrip, { seed: seed * 1_000_003, startsAt });
	}
	const rows = db.select().from(handoffs).all();
	closeStores(db);
	const waiting = rows.map(({ id, situationPk, recipientHandle, number }) => ({
		...{ id, situationPk, number },
		address: paths.handoffAct(recipientHandle, "accept"),
	}));
	return { directory, waiting };
}

/** Serves a directory on a port of its own. */
export async function serveKilled(directory: string): Promise<KilledRelais> {
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	let server: ChildProcess | undefined;
	const running = () => {
		if (!server) throw new Error("The server does not run.");
		return server;
	};
	const end = async (signal: "SIGKILL" | "SIGTERM") => {
		const ended = once(running(), "exit");
		running().kill(signal);
		await ended;
		server = undefined;
	};
	return {
		origin,
		process: running,
		kill: () => end("SIGKILL"),
		async start(cutShort = []) {
			for (const milliseconds of cutShort) {
				server = serve(port, directory);
				await setTimeout(milliseconds);
				await end("SIGKILL");
			}
			server = serve(port, directory);
			await answering(server, origin);
		},
		stop: () => end("SIGTERM"),
		async enter() {
			const path = paths.demonstration("crip-member");
			const entered = await askUnchecked(origin, {
				...{ method: "POST", path },
				headers: formHeaders(origin),
			});
			return { "accept-language": "fr", cookie: cookiesOf(entered) };
		},
	};
}

/**
 * The form that accepts a handoff, as its page shows it, with the number that was told by telephone
 * and the box that says again who is there: a campaign lasts longer than a proof.
 */
export async function acceptanceForm(
	{ origin }: KilledRelais,
	headers: Record<string, string>,
	{ address, number }: Waiting,
): Promise<Fields> {
	const page = await askUnchecked(origin, { path: address, headers });
	return [...filled(page.body, { number, proofTick: "yes" }), ["stage", "record"]];
}

/** Sends it; undefined when the server died before it answered. */
export async function sendForm(
	{ origin }: KilledRelais,
	headers: Record<string, string>,
	{ address }: Waiting,
	fields: Fields,
): Promise<Answered | undefined> {
	return askUnchecked(origin, {
		...{ method: "POST", path: address },
		headers: { ...headers, ...formHeaders(origin) },
		body: new URLSearchParams(fields).toString(),
	}).catch(() => undefined);
}

/** Waits until a form was recorded, or its answer is there. */
export async function isRecorded(
	directory: string,
	fields: Fields,
	unless: Promise<unknown>,
): Promise<void> {
	const [, key] = fields.find(([name]) => name === "key") ?? [];
	const store = new Database(placesIn(directory).store, { readonly: true });
	const known = store.prepare("SELECT 1 FROM idempotency_keys WHERE key = ?");
	let answered = false;
	void unless.then(() => {
		answered = true;
	});
	while (!answered && !known.get(key)) await setImmediate();
	store.close();
}

/** What the files of a server that was stopped hold: acceptances of each handoff, and what is wrong. */
export function foundIn(directory: string, waiting: readonly Waiting[]) {
	const db = openStores(placesIn(directory));
	try {
		const acceptances = waiting.map(
			({ id, situationPk }) =>
				historyOf(db, situationPk).filter(
					(event) =>
						event.type === "handoff-moved" && event.handoff === id && event.act === "ACCEPT",
				).length,
		);
		return { acceptances, faults: faultsOf(db, Date.now()) };
	} finally {
		closeStores(db);
	}
}
