import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectNode, root, stop } from "./prepare.mjs";

/*
 * What `npm run proxies` starts: a Relais of its own, a server that says back what it is sent, and
 * the proxies in front of either, all on ports and in a directory of this run alone.
 */

const place = mkdtempSync(join(tmpdir(), "relais-proxies-"));
chmodSync(place, 0o755);
const [tlsPort, plain, echoPort, relays] = await freePorts(4);

/** What opens the figures of that Relais. */
export const token = randomBytes(24).toString("hex");

/** Where the proxies listen, where what is behind them does. */
export const ports = { plain, echo: echoPort, relais: relays };

/** The public address of that Relais. */
export const address = `https://localhost:${tlsPort}`;

const running = new Set();

/** Starts what stands behind the proxies; gives what ends everything. */
export async function openHouses() {
	makeCertificate();
	const echo = await echoing();
	running.add(await serving());
	return async () => {
		await Promise.all([...running].map(ended));
		echo.close();
		rmSync(place, { recursive: true, force: true });
	};
}

/** nginx with our example, in front of a port. */
export async function nginx(upstream) {
	const at = join(place, `nginx-${upstream}`);
	mkdirSync(join(at, "temp"), { recursive: true });
	const site = example("nginx.conf", upstream)
		.replaceAll(/listen \[::\].*;/g, "")
		.replace("listen 80;", `listen 127.0.0.1:${plain};`)
		.replace("listen 443 ssl http2;", `listen 127.0.0.1:${tlsPort} ssl http2;`)
		.replace(/\/etc\/letsencrypt\S+fullchain\.pem/, join(place, "certificate.pem"))
		.replace(/\/etc\/letsencrypt\S+privkey\.pem/, join(place, "key.pem"))
		.replace("/var/log/nginx/relais.log", join(at, "error.log"));
	const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
	const paths = temp.map((kind) => `${kind}_temp_path ${join(at, "temp", kind)};`).join("\n");
	writeFileSync(
		join(at, "main.conf"),
		`daemon off;\npid ${join(at, "pid")};\nerror_log ${join(at, "main.log")} crit;\nevents {}\nhttp {\n${paths}\n${site}\n}\n`,
	);
	return started("nginx", ["-p", at, "-c", join(at, "main.conf")], {}, [
		join(at, "error.log"),
		join(at, "main.log"),
	]);
}

/** Caddy with our example, in front of a port. */
export async function caddy(upstream) {
	const at = join(place, `caddy-${upstream}`);
	mkdirSync(at, { recursive: true });
	const site = example("Caddyfile", upstream)
		.replace(/^\{\n/m, "{\n\tadmin off\n\tauto_https off\n")
		.replace(
			"relais.example.org {",
			`${address} {\n\ttls ${join(place, "certificate.pem")} ${join(place, "key.pem")}`,
		);
	writeFileSync(join(at, "Caddyfile"), site);
	const homes = { HOME: at, XDG_DATA_HOME: at, XDG_CONFIG_HOME: at };
	return started(
		"caddy",
		["run", "--adapter", "caddyfile", "--config", join(at, "Caddyfile")],
		homes,
		[],
	);
}

/** One of our examples, before another Relais than the usual one. */
function example(name, upstream) {
	const text = readFileSync(join(root, "docs", "operations", name), "utf8");
	return text
		.replaceAll("127.0.0.1:3000", `127.0.0.1:${upstream}`)
		.replaceAll("server_name relais.example.org", "server_name localhost");
}

async function started(program, parameters, env, logs) {
	const child = spawn(program, parameters, {
		env: { ...process.env, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	running.add(child);
	let said = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (part) => {
			said += part;
		});
	}
	const log = () => said + logs.map((file) => read(file)).join("");
	for (let look = 0; look < 100; look += 1) {
		if (child.exitCode !== null) stop(`${program} did not start:\n${log()}`, 1);
		if (await ask("/health").catch(() => undefined)) return { process: child, log };
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return stop(`${program} did not answer:\n${log()}`, 1);
}

function read(file) {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return "";
	}
}

/** Says back what headers arrived. */
async function echoing() {
	const server = createServer((asked, answer) => answer.end(JSON.stringify(asked.headers)));
	server.listen(echoPort, "127.0.0.1");
	await once(server, "listening");
	return server;
}

async function serving() {
	const child = spawn(projectNode(), ["app/cli/main.ts", "serve"], {
		cwd: root,
		stdio: ["ignore", "ignore", "inherit"],
		env: {
			PATH: process.env.PATH,
			NODE_ENV: "production",
			PORT: String(relays),
			DATA_DIR: join(place, "data"),
			RELAIS_ORIGIN: address,
			RELAIS_METRICS_TOKEN: token,
			TRUST_PROXY: "127.0.0.1",
			LOG_LEVEL: "error",
		},
	});
	for (let look = 0; look < 1200; look += 1) {
		if (child.exitCode !== null) stop("Relais did not start: its own words are above.", 1);
		const health = await fetch(`http://127.0.0.1:${relays}/health`).catch(() => undefined);
		if (health?.ok) return child;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return stop("Relais did not answer.", 1);
}

/** Ends a process that this run started. */
export async function ended(child) {
	running.delete(child);
	if (child.exitCode !== null) return;
	const exit = once(child, "exit");
	child.kill("SIGTERM");
	await exit;
}

/** Asks the proxy, over TLS. */
export function ask(path, { method = "GET", headers = {}, body = "" } = {}) {
	return new Promise((resolve, reject) => {
		const length = method === "POST" ? { "content-length": Buffer.byteLength(body) } : {};
		const options = {
			host: "localhost",
			port: tlsPort,
			path,
			method,
			ca: read(join(place, "certificate.pem")),
			headers: { ...headers, ...length },
		};
		const asked = request(options, (answer) => {
			let text = "";
			answer.on("data", (part) => {
				text += part;
			});
			answer.on("end", () =>
				resolve({ status: answer.statusCode, headers: answer.headers, body: text }),
			);
		});
		asked.on("error", reject);
		asked.end(body);
	});
}

function makeCertificate() {
	const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
	const files = ["-keyout", join(place, "key.pem"), "-out", join(place, "certificate.pem")];
	execFileSync(
		"openssl",
		["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...names, ...files],
		{ stdio: "ignore" },
	);
}

async function freePorts(count) {
	const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
	await Promise.all(servers.map((server) => once(server, "listening")));
	const ports = servers.map((server) => server.address().port);
	await Promise.all(servers.map((server) => once(server.close(), "close")));
	return ports;
}
