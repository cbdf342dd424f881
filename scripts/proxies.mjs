// `npm run proxies`: tries the examples of docs/operations with the nginx and the Caddy of this
// machine, in front of a Relais of its own, with a certificate made for the occasion.
// What is not installed is said and left out; on Debian: apt-get install nginx caddy openssl.
import { spawnSync } from "node:child_process";
import { ensureBuilt, ensureInstalled } from "./prepare.mjs";
import { address, ask, caddy, ended, nginx, openHouses, ports, token } from "./proxy-houses.mjs";

await ensureInstalled({ quiet: true });
await ensureBuilt();

const handle = "wPq0Z3nYb2Kx7TgVfHc1Rw";
const form = {
	origin: address,
	"content-type": "application/x-www-form-urlencoded",
	"sec-fetch-site": "same-origin",
};
let failed = 0;
let tried = 0;

const close = await openHouses();
try {
	await tryProxy("nginx", "nginx", ["-v"], nginx);
	await tryProxy("Caddy", "caddy", ["version"], caddy);
} finally {
	await close();
}
console.log(`\n${tried - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function tryProxy(name, program, asks, start) {
	const version = versionOf(program, asks);
	if (version === undefined) {
		console.log(`\n— ${name} is not installed here: left out.`);
		return;
	}
	console.log(`\n— ${name} (${version})`);
	const before = await start(ports.echo);
	await checkForwarding();
	await ended(before.process);
	const behind = await start(ports.relais);
	await checkRelais();
	await ended(behind.process);
	const alone = await start(1);
	await checkSilence(alone.log);
	await ended(alone.process);
}

/** What reaches Relais is what the proxy says, never what the visitor wrote. */
async function checkForwarding() {
	const forged = {
		"X-Forwarded-For": "203.0.113.7",
		"X-Forwarded-Host": "evil.example",
		"X-Forwarded-Proto": "http",
		Forwarded: "for=203.0.113.7",
		"X-Real-IP": "203.0.113.7",
	};
	const { body } = await ask("/", { headers: forged });
	const seen = JSON.parse(body);
	check(
		"the visitor's address is the one that the proxy sees",
		seen["x-forwarded-for"] === "127.0.0.1",
	);
	check("the host and the scheme are the public ones", () => {
		return (
			/^localhost(:\d+)?$/.test(seen["x-forwarded-host"]) && seen["x-forwarded-proto"] === "https"
		);
	});
	check("nothing else of what was forged passes", !/203\.0\.113|evil/.test(body));
}

async function checkRelais() {
	const door = await ask("/sign-in");
	check("the door opens, with Relais's own headers once each", () => {
		const { "content-security-policy": csp, "x-frame-options": frames } = door.headers;
		return (
			door.status === 200 &&
			/default-src 'none'/.test(csp) &&
			!/,.*default-src/.test(csp) &&
			frames === "DENY"
		);
	});
	check(
		"browsers are told to come by TLS only",
		/max-age=\d{8}/.test(door.headers["strict-transport-security"]),
	);
	const entered = await ask("/demonstration/educatrice-a", { method: "POST", headers: form });
	check("a form of our own page is taken, and its cookie is kept to TLS", () => {
		return (
			entered.status === 303 && /__Host-[^;]+;.*Secure/i.test(String(entered.headers["set-cookie"]))
		);
	});
	const foreign = await ask("/demonstration/educatrice-a", {
		method: "POST",
		headers: { ...form, origin: "https://evil.example" },
	});
	check("a form of another page is refused", foreign.status === 403);
	const long = await ask("/sign-in", { method: "POST", headers: form, body: "a".repeat(70_000) });
	check("what is too long is refused by Relais", long.status === 413);
	const endless = { method: "POST", headers: form, body: "a".repeat(3_000_000) };
	const refused = await ask("/studio/new", endless).catch(({ code }) => code);
	check(
		"what is far too long is cut off",
		["EPIPE", "ECONNRESET"].includes(refused) || [413, 502].includes(refused.status),
	);
	const figures = await ask("/metrics", { headers: { authorization: `Bearer ${token}` } });
	check(
		"the figures are not public, with the right token either",
		figures.status === 404 && !/relais_/.test(figures.body),
	);
	const direct = await fetch(`http://127.0.0.1:${ports.relais}/metrics`, {
		headers: { authorization: `Bearer ${token}` },
	});
	check("on this machine the token opens them", /relais_uptime_seconds/.test(await direct.text()));
	check("health is answered", (await ask("/health")).status === 200);
}

/** With nobody behind it, the proxy answers by itself and writes down no address of a page. */
async function checkSilence(log) {
	const { status } = await ask(`/situations/${handle}`);
	const redirected = await plain(`/situations/${handle}`);
	check("a Relais that is away is a 502", status === 502);
	if (redirected)
		check("who comes without TLS is sent to it", redirected === 301 || redirected === 308);
	await new Promise((resolve) => setTimeout(resolve, 300));
	check("no log holds the address of a page", !log().includes(handle));
}

/** Without TLS; undefined where nobody listens for that. */
async function plain(path) {
	const answer = await fetch(`http://127.0.0.1:${ports.plain}${path}`, {
		redirect: "manual",
	}).catch(() => undefined);
	return answer?.status;
}

function check(what, holds) {
	tried += 1;
	const isGood = typeof holds === "function" ? holds() : holds;
	if (!isGood) failed += 1;
	console.log(`${isGood ? "✓" : "✗ FAILED:"} ${what}`);
}

function versionOf(program, asks) {
	const { stdout, stderr, status } = spawnSync(program, asks, { encoding: "utf8" });
	return status === 0 ? (stdout || stderr).trim() : undefined;
}
