import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A letter as a mail server took it. */
export type Taken = { from: string; to: string[]; raw: string; secure: boolean };

/** A real mail server in this process. */
export type MailHouse = {
	port: number;
	taken: Taken[];
	/** How many letters were handed over, taken or not. */
	tried(): number;
	close(): Promise<void>;
};

/** Opens a mail server that takes every letter, unless the options say otherwise. */
export async function openMailHouse(options: SMTPServerOptions = {}): Promise<MailHouse> {
	const taken: Taken[] = [];
	let tried = 0;
	const server = new SMTPServer({
		disabledCommands: ["STARTTLS", "AUTH"],
		disableReverseLookup: true,
		logger: false,
		closeTimeout: 10,
		onData(stream, session, done) {
			tried += 1;
			const parts: Buffer[] = [];
			stream.on("data", (part: Buffer) => parts.push(part));
			stream.on("end", () => {
				const { mailFrom, rcptTo } = session.envelope;
				taken.push({
					from: mailFrom ? mailFrom.address : "",
					to: rcptTo.map(({ address }) => address),
					raw: Buffer.concat(parts).toString("utf8"),
					secure: session.secure,
				});
				done();
			});
		},
		...options,
	});
	server.on("error", () => {});
	const listening = server.listen(0, "127.0.0.1");
	await once(listening, "listening");
	return {
		port: (listening.address() as AddressInfo).port,
		taken,
		tried: () => tried,
		close: () => new Promise((closed) => server.close(() => closed())),
	};
}

/** What an odd mail server does with a line: says something, nothing, hangs up, or talks on. */
export type Oddly = (line: string, say: (text: string) => void) => string | null | undefined;

/** A mail server that answers each line as it is told to, and with `null` hangs up. */
export async function openOddHouse(
	answer: Oddly,
	greeting: string | null = "220 odd.example",
): Promise<{ port: number; lines: string[]; close(): Promise<void> }> {
	const lines: string[] = [];
	const sockets = new Set<Socket>();
	const hear = (socket: Socket, line: string) => {
		lines.push(line);
		const say = (text: string) => {
			if (!socket.destroyed) socket.write(`${text}\r\n`);
		};
		const said = answer(line, say);
		if (said === null) socket.destroy();
		else if (said !== undefined) say(said);
	};
	const server: Server = createServer((socket) => {
		sockets.add(socket);
		socket.on("error", () => {});
		if (greeting !== null) socket.write(`${greeting}\r\n`);
		socket.on("data", (data) => {
			for (const line of data.toString().split("\r\n").filter(Boolean)) hear(socket, line);
		});
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		port: (server.address() as AddressInfo).port,
		lines,
		async close() {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, "close");
		},
	};
}
