import { once } from "node:events";
import {
	Agent,
	type ClientRequest,
	type IncomingHttpHeaders,
	type IncomingMessage,
	request,
} from "node:http";

export type Asked = {
	path: string;
	method?: "GET" | "POST";
	headers?: Record<string, string>;
	form?: Record<string, string>;
};
export type Answered = { status: number; headers: IncomingHttpHeaders; body: string };

/** Asks one server over connections that stay open, as a proxy in front of it does. */
export function clientOf(origin: string) {
	const { hostname, port, host } = new URL(origin);
	const agent = new Agent({ keepAlive: true, maxSockets: 32 });
	async function ask(asked: Asked): Promise<Answered> {
		const { path, method = "GET", headers = {}, form } = asked;
		const body = form && new URLSearchParams(form).toString();
		const sent = request({
			...{ host: hostname, port, agent, path, method },
			headers: {
				host,
				"accept-language": "fr",
				...(method === "POST" ? formHeaders(origin, body ?? "") : {}),
				...headers,
			},
		});
		sent.end(body);
		const answered = await responseTo(sent);
		// The server closed a connection on which nobody had asked for a while.
		if (!answered) return ask(asked);
		answered.setEncoding("utf8");
		let text = "";
		for await (const chunk of answered) text += chunk;
		return { status: answered.statusCode ?? 0, headers: answered.headers, body: text };
	}
	return { ask, close: () => agent.destroy() };
}

/** The answer; undefined when the connection was old and is gone. */
async function responseTo(sent: ClientRequest): Promise<IncomingMessage | undefined> {
	try {
		const [answered] = await once(sent, "response");
		return answered as IncomingMessage;
	} catch (error) {
		if (sent.reusedSocket && (error as { code?: string }).code === "ECONNRESET") return undefined;
		throw error;
	}
}

export type Client = ReturnType<typeof clientOf>;

function formHeaders(origin: string, body: string): Record<string, string> {
	return {
		origin,
		"sec-fetch-site": "same-origin",
		"content-type": "application/x-www-form-urlencoded",
		"content-length": String(Buffer.byteLength(body)),
	};
}

/** Sends requests, so many at a time, and gives how long one took on average, in milliseconds. */
export async function timePerRequest(
	client: Client,
	requests: readonly Asked[],
	{ atOnce, status }: { atOnce: number; status: number },
): Promise<number> {
	const left = [...requests];
	const began = performance.now();
	const works = async () => {
		for (let next = left.shift(); next; next = left.shift()) {
			const answered = await client.ask(next);
			if (answered.status !== status) throw new Error(`${next.path}: ${answered.status}`);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, works));
	return (performance.now() - began) / requests.length;
}
