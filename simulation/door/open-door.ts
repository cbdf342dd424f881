import { once } from "node:events";
import { Agent, createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { createApp } from "#app/server/app.server.ts";
import { remixAnswer } from "#app/server/remix-handler.server.ts";
import { routeNames } from "#app/server/route-names.server.ts";
import type { Services } from "#app/server/services.server.ts";
import {
	type Answered,
	type Asked,
	ask,
	buildFromSources,
} from "#app/server/whole-app.for-tests.ts";

/** The real application over HTTP: it answers with the machine that runs now. */
export type Door = {
	/** After a start of the machine: the next request is answered with these. */
	serve(services: Services): void;
	ask(asked: Asked): Promise<Answered>;
	close(): Promise<void>;
};

/** In a campaign, one life in ten is lived by the real door as well: pages cost more than acts. */
export function hasDoor(seed: number): boolean {
	return seed % 10 === 0;
}

let built: ReturnType<typeof buildFromSources> | undefined;

/** Opens a door; its routes are made from their sources once a process. */
export async function openDoor(): Promise<Door> {
	built ??= buildFromSources();
	const { build } = await built;
	let listener: RequestListener | undefined;
	const server = createServer((request, response) => listener?.(request, response));
	const port = await listening(server);
	const agent = new Agent({ keepAlive: true });
	return {
		serve(services) {
			listener = appOf(services, build);
		},
		ask: (asked) => ask({ port, agent }, asked),
		async close() {
			agent.destroy();
			server.closeAllConnections();
			server.close();
		},
	};
}

/** Ends what made the routes: a process that is about to end would wait for it. */
export async function closeDoors(): Promise<void> {
	await (await built)?.close();
	built = undefined;
}

function appOf(services: Services, build: ServerBuild): RequestListener {
	const answer = remixAnswer(build, "production");
	return createApp({ services, answer, routeOf: routeNames(build.routes) });
}

async function listening(server: Server): Promise<number> {
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return (server.address() as AddressInfo).port;
}
