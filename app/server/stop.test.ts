import { EventEmitter, once } from "node:events";
import { existsSync, mkdtempSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { smallTerritory } from "#db/small-territory.ts";
import type { LogEvent } from "./log.server.ts";
import { testServices } from "./services.for-tests.ts";
import { stopOnSignal, stopServer } from "./stop.server.ts";

test("what was begun is answered, nothing new is taken, and everything is in the files", async () => {
	const { running, address, waiting, stopped, file, lines } = await serving();
	const begun = fetch(address);
	const [response] = (await once(waiting, "request")) as [ServerResponse];

	const stop = running(60_000);
	await expect(fetch(address)).rejects.toThrow();
	response.end("answered");
	await stop;

	expect(await (await begun).text()).toBe("answered");
	expect(stopped).toEqual(["worker", "pages"]);
	expect(existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0).toBe(0);
	expect(lines.at(-1)).toEqual({ event: "stopped" });
});

test("whoever hangs keeps the server for its limit, and no longer", async () => {
	const { running, address, waiting, stopped } = await serving();
	const hanging = expect(fetch(address)).rejects.toThrow();
	await once(waiting, "request");

	await running(1);

	await hanging;
	expect(stopped).toEqual(["worker", "pages"]);
});

test("the first signal stops, its echo means nothing, and a second wish ends the process at once", async () => {
	let ticks = 5_000;
	const signals = new EventEmitter();
	const lines: LogEvent[] = [];
	const exits: number[] = [];
	let stops = 0;
	let end = () => {};
	const stop = () => {
		stops += 1;
		return new Promise<void>((resolve) => {
			end = resolve;
		});
	};
	const log = { info: (line: LogEvent) => lines.push(line) };
	const ending = { signals, ticks: () => ticks, exit: (code: number) => void exits.push(code) };
	stopOnSignal({ log } as never, { stop }, ending);

	signals.emit("SIGINT");
	signals.emit("SIGTERM");
	const afterEcho = [stops, exits.length];
	ticks += 1_001;
	signals.emit("SIGINT");
	const afterSecond = [...exits];
	end();
	await Promise.resolve();

	expect(afterEcho).toEqual([1, 0]);
	expect(afterSecond).toEqual([1]);
	expect(lines).toEqual([{ event: "stopping", signal: "SIGINT" }]);
});

/** A server on a store in a file, whose requests wait until the test answers them. */
async function serving() {
	const file = join(mkdtempSync(join(tmpdir(), "relais-")), "data", "relais.db");
	const territory = smallTerritory(file);
	tellInStore(territory, sentToCrip);
	const lines: LogEvent[] = [];
	const note = (line: LogEvent) => void lines.push(line);
	const services = testServices({
		given: { db: territory.db, log: { debug: note, info: note, warn: note, error: note } },
	});
	const waiting = new EventEmitter();
	const server = createServer((_request, response) => waiting.emit("request", response));
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const stopped: string[] = [];
	const worker = { start() {}, stop: () => void stopped.push("worker") };
	const closePages = async () => void stopped.push("pages");
	const running = (withinMs: number) =>
		stopServer({ services, server, workers: [worker], closePages }, withinMs);
	const { port } = server.address() as AddressInfo;
	return { running, address: `http://127.0.0.1:${port}/`, waiting, stopped, file, lines };
}
