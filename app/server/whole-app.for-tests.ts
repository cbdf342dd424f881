import { once } from "node:events";
import { Agent, createServer, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createApp } from "./app.server.ts";
import { remixAnswer } from "./remix-handler.server.ts";
import { routeNames } from "./route-names.server.ts";
import { testOrigin } from "./services.for-tests.ts";
import type { Services } from "./services.server.ts";

/** The whole application over HTTP: the real routes, made from their sources, and the real guard. */
export type WholeApp = {
	routes: ServerBuild["routes"];
	ask(asked: Asked): Promise<Answered>;
	close(): Promise<void>;
};

export type Asked = {
	path: string;
	method?: string;
	cookie?: string;
	headers?: Record<string, string>;
	/** The fields of a form, as a browser sends them from our own page. */
	form?: [name: string, value: string][] | Record<string, string>;
};

export type Answered = { status: number; headers: IncomingHttpHeaders; body: string };

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Makes the routes from their sources with the plug-in of the build; no build has to be there.
 * React is asked for as in production: its checks would take most of the time.
 */
export async function buildFromSources(): Promise<{ build: ServerBuild; close(): Promise<void> }> {
	const before = process.env.NODE_ENV;
	process.env.NODE_ENV = "production";
	const { createServer: createVite } = await import("vite");
	const vite = await createVite({
		root,
		mode: "production",
		logLevel: "error",
		server: { middlewareMode: true, hmr: false, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true },
		plugins: [
			{
				name: "relais-without-checks-of-react",
				enforce: "post",
				config: () => ({ esbuild: { jsxDev: false } }),
			},
		],
	});
	const build = (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
	// Whatever is tested next in this worker draws with the React of tests.
	if (before !== undefined) process.env.NODE_ENV = before;
	return { build, close: () => vite.close() };
}

let built: ReturnType<typeof buildFromSources> | undefined;

/**
 * Serves the whole application on a free port, with services that the caller brings. Its routes are
 * made once for all the tests that one worker runs: they keep nothing from one to the next.
 */
export async function wholeApp(services: Services): Promise<WholeApp> {
	built ??= buildFromSources();
	const { build } = await built;
	const answer = remixAnswer(build, "production");
	const server = createServer(createApp({ services, answer, routeOf: routeNames(build.routes) }));
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const agent = new Agent({ keepAlive: true });
	return {
		routes: build.routes,
		ask: (asked) => ask({ port, agent }, asked),
		async close() {
			agent.destroy();
			server.closeAllConnections();
			server.close();
		},
	};
}

const ownForm = {
	origin: testOrigin,
	"sec-fetch-site": "same-origin",
	"content-type": "application/x-www-form-urlencoded",
};

/** Asks an application that is served on a port of this machine. */
export async function ask(
	{ port, agent }: { port: number; agent: Agent },
	{ path, method = "GET", cookie, headers = {}, form }: Asked,
): Promise<Answered> {
	const body = form === undefined ? undefined : new URLSearchParams(form).toString();
	const sends = body !== undefined || method === "POST";
	const sent = httpRequest({
		...{ host: "127.0.0.1", port, agent, path, method },
		headers: {
			host: new URL(testOrigin).host,
			"accept-language": "fr",
			...(cookie ? { cookie } : {}),
			...(sends ? { ...ownForm, "content-length": String(Buffer.byteLength(body ?? "")) } : {}),
			...headers,
		},
	});
	sent.end(body);
	const [answered] = await once(sent, "response");
	answered.setEncoding("utf8");
	let text = "";
	for await (const chunk of answered) text += chunk;
	return { status: answered.statusCode, headers: answered.headers, body: text };
}
