import { once } from "node:events";
import { request } from "node:http";

/** What is asked of the server, to the byte. */
export type Asking = {
	method?: string;
	path: string;
	headers?: Record<string, string>;
	body?: string;
};

/** What came back, as far as a crawler looks at it. */
export type Reply = { status: number; location: string | undefined; html: string };

/** A browser that keeps its cookies. */
export type Client = {
	cookies: Map<string, string>;
	ask(asking: Asking): Promise<Reply>;
};

/** A browser at an address. */
export function clientAt(origin: string): Client {
	const cookies = new Map<string, string>();
	const asking = (what: Asking) => askOnce(origin, cookies, what);
	// A server that refuses a body may close the connection before it was read: asked once more.
	return { cookies, ask: (what) => asking(what).catch(() => asking(what)) };
}

async function askOnce(
	origin: string,
	cookies: Map<string, string>,
	{ method = "GET", path, headers = {}, body }: Asking,
): Promise<Reply> {
	const { hostname, port } = new URL(origin);
	const own = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	const { cookie, ...others } = headers;
	const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
	const sent = request({
		hostname,
		port,
		method,
		path,
		agent: false,
		headers: {
			host: `${hostname}:${port}`,
			cookie: [own, cookie].filter(Boolean).join("; "),
			...length,
			...others,
		},
	});
	sent.on("error", () => {});
	sent.end(body);
	const [answer] = await once(sent, "response", { signal: AbortSignal.timeout(60_000) });
	let html = "";
	for await (const chunk of answer.setEncoding("utf8")) html += chunk;
	for (const cookie of answer.headers["set-cookie"] ?? []) keep(cookies, cookie);
	return { status: answer.statusCode, location: answer.headers.location, html };
}

function keep(cookies: Map<string, string>, cookie: string): void {
	const [pair = "", ...rest] = cookie.split(";");
	const [name = "", value = ""] = pair.split(/=(.*)/s);
	if (value === "" || rest.some((part) => /^\s*max-age=0\s*$/i.test(part))) cookies.delete(name);
	else cookies.set(name, value);
}

/** What a browser adds to a form of our own page. */
export function formHeaders(origin: string): Record<string, string> {
	return {
		origin,
		"sec-fetch-site": "same-origin",
		"content-type": "application/x-www-form-urlencoded",
	};
}
