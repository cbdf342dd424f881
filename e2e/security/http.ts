import { once } from "node:events";
import { type IncomingHttpHeaders, request } from "node:http";
import { expect } from "@playwright/test";
import { securityHeaderNames } from "#app/server/headers.server.ts";

/** What is asked of the server, to the byte: `fetch` would not send all of it. */
export type Asked = {
	method?: string;
	path: string;
	headers?: Record<string, string | string[]>;
	body?: string | Uint8Array;
};

/** What came back. */
export type Answered = { status: number; headers: IncomingHttpHeaders; body: string };

/** Asks once, and holds every answer to the whole set of security headers. */
export async function ask(origin: string, asked: Asked): Promise<Answered> {
	const answered = await askUnchecked(origin, asked);
	const what = `${asked.method ?? "GET"} ${asked.path.slice(0, 80)}: ${answered.status}`;
	expect(headerFlaws(answered), what).toEqual([]);
	return answered;
}

/** Asks once. */
export async function askUnchecked(origin: string, asked: Asked): Promise<Answered> {
	const { method = "GET", path, headers = {}, body = "" } = asked;
	const { hostname, port } = new URL(origin);
	const length = { "content-length": String(Buffer.byteLength(body)) };
	const announced = method === "GET" || "transfer-encoding" in headers ? {} : length;
	const sent = request({
		hostname,
		port,
		path,
		method,
		headers: { host: `${hostname}:${port}`, ...announced, ...headers },
		agent: false,
	});
	// A server that refuses a body before reading it closes the connection: the answer still counts.
	sent.on("error", () => {});
	sent.end(body);
	const [answer] = await once(sent, "response", { signal: AbortSignal.timeout(20_000) });
	let text = "";
	for await (const chunk of answer.setEncoding("utf8")) text += chunk;
	return { status: answer.statusCode, headers: answer.headers, body: text };
}

const wanted: Record<string, RegExp> = {
	"referrer-policy": /^same-origin$/,
	"x-frame-options": /^DENY$/,
	"x-content-type-options": /^nosniff$/,
	"content-security-policy":
		/^default-src 'none'; script-src 'self'( 'nonce-[\w-]{22}')?; style-src 'self'; /,
	"cache-control": /^(no-store|public, max-age=\d+(, immutable)?)$/,
};

/** What is wrong with the headers of an answer, in words. */
export function headerFlaws({ headers }: Answered): string[] {
	const missing = securityHeaderNames.filter((name) => !(name.toLowerCase() in headers));
	const weak = Object.entries(wanted).filter(([name, form]) => !form.test(String(headers[name])));
	const telling = ["x-powered-by", "server"].filter((name) => name in headers);
	return [
		...missing.map((name) => `no ${name}`),
		...weak.map(([name]) => `${name}: ${headers[name]}`),
		...telling.map((name) => `tells ${name}`),
	];
}
