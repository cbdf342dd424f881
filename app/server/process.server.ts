import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { beginUpgrade } from "#db/upgrade.ts";
import { createApp } from "./app.server.ts";
import { errorPage } from "./error-page.server.ts";
import { fillWhenEmpty, keepApart } from "./first-start.server.ts";
import { securityHeaders } from "./headers.server.ts";
import { pagesOf } from "./pages.server.ts";
import type { Services } from "./services.server.ts";
import { stopServer } from "./stop.server.ts";
import { upgradeWorker } from "./upgrade-worker.server.ts";
import { createWorkers } from "./workers.server.ts";

/** A server that runs. */
export type Running = { port: number; stop(): Promise<void> };

/** Brings the store up to date, then listens. */
export async function startServer(services: Services): Promise<Running> {
	const { environment, log, version, witness } = services;
	const upgrade = beginUpgrade(services.db, services.random);
	keepApart(services);
	fillWhenEmpty(services);
	witness.begin();
	if (!environment.places.wrappingKey) log.warn({ event: "wrapping-key-beside-data" });

	const server = createServer();
	const { close, ...pages } = await pagesOf(environment, server);
	server.on("request", createApp({ services, ...pages }));
	server.on("clientError", (error, socket) => refuseSocket(error, socket as Socket));
	server.listen(environment.port, environment.host);
	await once(server, "listening");

	const workers = createWorkers(services);
	if (upgrade) workers.push(upgradeWorker(services, upgrade));
	for (const worker of workers) worker.start();
	const { port } = server.address() as AddressInfo;
	log.info({ event: "started", port, version, demonstration: environment.demonstration });
	return { port, stop: () => stopServer({ services, server, workers, closePages: close }) };
}

/** What is not even HTTP gets the same headers as everything else. */
function refuseSocket(error: Error & { code?: string }, socket: Socket): void {
	if (error.code === "ECONNRESET" || !socket.writable) return;
	const tooLong = error.code === "HPE_HEADER_OVERFLOW";
	const page = errorPage(400);
	const headers = {
		...securityHeaders({ nonce: undefined, production: true }),
		"Content-Type": "text/html; charset=utf-8",
		"Content-Length": String(Buffer.byteLength(page)),
		Connection: "close",
	};
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
	const status = tooLong ? "431 Request Header Fields Too Large" : "400 Bad Request";
	socket.end(`HTTP/1.1 ${status}\r\n${lines.join("")}\r\n${page}`);
}
