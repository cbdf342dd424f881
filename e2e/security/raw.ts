import { once } from "node:events";
import { connect } from "node:net";

/** Words on the wire that no HTTP library would send. */
export const brokenRequests = [
	["a chunk that is no number", post("Transfer-Encoding: chunked", "zz\r\nabc\r\n0\r\n\r\n")],
	["a chunk longer than any file", post("Transfer-Encoding: chunked", "ffffffffffffffff\r\na\r\n")],
	["both lengths", post("Content-Length: 4\r\nTransfer-Encoding: chunked", "0\r\n\r\n")],
	["two lengths", post("Content-Length: 1\r\nContent-Length: 2", "ab")],
	["a negative length", post("Content-Length: -1", "a")],
	["a length that is no number", post("Content-Length: 1e3", "a")],
	["a length beyond numbers", post(`Content-Length: ${"9".repeat(40)}`, "a")],
	["a folded header", post("X-Folded: a\r\n b\r\nContent-Length: 1", "a")],
	["a header without a colon", post("Nonsense\r\nContent-Length: 1", "a")],
	["a zero byte in a header", post("X-Zero: a\0b\r\nContent-Length: 1", "a")],
	["huge headers", post(`X-Huge: ${"a".repeat(100_000)}\r\nContent-Length: 1`, "a")],
	["a thousand headers", post(`${"X-Many: a\r\n".repeat(3000)}Content-Length: 1`, "a")],
	["no host", "POST /sign-in HTTP/1.1\r\nContent-Length: 0\r\n\r\n"],
	["two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"],
	["another protocol", "GET / HTTP/9.9\r\nHost: a\r\n\r\n"],
	["an old protocol", "GET /\r\n\r\n"],
	["TLS to a plain port", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
	["no method", " / HTTP/1.1\r\nHost: a\r\n\r\n"],
	["an invented method", "CHILD / HTTP/1.1\r\nHost: a\r\n\r\n"],
	[
		"a proxy's address",
		"GET http://elsewhere.example/ HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n",
	],
	["a tunnel", "CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n"],
	["an upgrade", "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"],
	["an asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"],
	["nothing but lines", "\r\n".repeat(1000)],
	["bytes", "\xff\xfe\x00\x01".repeat(500)],
] as const;

/**
 * Sends bytes and reads whatever comes back, until the other end closes or falls silent.
 *
 * @returns the status of each answer on the wire; none when the connection was just closed
 */
export async function speakRaw(origin: string, words: string): Promise<number[]> {
	const { hostname, port } = new URL(origin);
	const socket = connect(Number(port), hostname);
	let heard = "";
	socket.setEncoding("latin1").on("data", (text: string) => {
		heard += text;
	});
	// A server that does not want to hear more closes while we still speak.
	socket.on("error", () => {});
	socket.setTimeout(1500, () => socket.destroy());
	socket.end(Buffer.from(words, "latin1"));
	await once(socket, "close");
	return [...heard.matchAll(/^HTTP\/1\.\d (\d{3})/gm)].map(([, status]) => Number(status));
}

function post(headers: string, body: string): string {
	const own = "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded";
	return `POST /sign-in HTTP/1.1\r\n${own}\r\n${headers}\r\n\r\n${body}`;
}
