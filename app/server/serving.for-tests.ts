import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { createApp } from "./app.server.ts";
import { type Log, noLog } from "./log.server.ts";
import type { Answer } from "./remix-handler.server.ts";
import type { RouteOf } from "./route-names.server.ts";
import { testOrigin, testServices } from "./services.for-tests.ts";

/** The headers of a form that a browser sends from our own page. */
export const ownForm = {
	origin: testOrigin,
	"sec-fetch-site": "same-origin",
	"content-type": "application/x-www-form-urlencoded",
};

type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
type Answered = { status: number; headers: IncomingHttpHeaders; body: string };

/** Serves the application on a free port until the test ends; the pages are what the test says. */
export async function serving(
	answer: Answer = async () => new Response("ok"),
	variables: Record<string, string> = {},
	{ routeOf, ...log }: { routeOf?: RouteOf } & Partial<Log> = {},
) {
	let seen = 0;
	const counted: Answer = (request, context) => {
		seen++;
		return answer(request, context);
	};
	const services = testServices({ variables, given: { log: { ...noLog, ...log } } });
	const named = routeOf ? { routeOf } : {};
	const server = createServer(createApp({ services, answer: counted, ...named }));
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	return { ask: (asked: Asked) => ask(port, asked), seen: () => seen };
}

/** `fetch` would not send the headers that these tests are about. */
async function ask(port: number, asked: Asked): Promise<Answered> {
	const { method = "GET", path = "/", headers = {}, body = "" } = asked;
	const chunked = "transfer-encoding" in headers;
	const length = body && !chunked ? { "content-length": String(Buffer.byteLength(body)) } : {};
	const sent = httpRequest({
		host: "127.0.0.1",
		port,
		method,
		path,
		headers: { ...headers, ...length },
	});
	sent.end(body);
	const [answered] = await once(sent, "response");
	let text = "";
	for await (const chunk of answered) text += chunk;
	return { status: answered.statusCode, headers: answered.headers, body: text };
}
