import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

// Runs before anything is installed: Node's own modules only, on Node 20 too.

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

const modules = join(root, "node_modules");
const buildStamp = join(root, "build", ".sources");
const sources = ["app", "db", "protocols", "public"];
const settings = [
	"package.json",
	"package-lock.json",
	"remix.config.js",
	"vite.config.ts",
	"tsconfig.json",
];

/** The Node that the project depends on; the Node that runs this while that one is missing. */
export function projectNode() {
	return installedNode() ?? process.execPath;
}

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ env?: Record<string, string>, quiet?: boolean, later?: boolean, shell?: boolean }} [options]
 *   quiet: only its errors are shown; later: all that it says is shown when it has ended
 * @returns {Promise<number>} its exit code; 127 when it could not be started
 */
export function run(program, parameters, options = {}) {
	const { env = {}, quiet = false, later = false, shell = false } = options;
	const path = [join(modules, ".bin"), process.env.PATH ?? ""].join(delimiter);
	return new Promise((resolve) => {
		const child = spawn(program, parameters, {
			cwd: root,
			stdio: later
				? ["ignore", "pipe", "pipe"]
				: quiet
					? ["ignore", "ignore", "inherit"]
					: "inherit",
			env: { ...process.env, PATH: path, ...env },
			shell,
		});
		const said = [];
		for (const stream of [child.stdout, child.stderr]) {
			stream?.on("data", (part) => said.push(part));
		}
		child.on("error", (error) => {
			console.error(`${program} could not be started: ${error.message}`);
			resolve(127);
		});
		child.on("close", (code, signal) => {
			process.stdout.write(Buffer.concat(said));
			resolve(code ?? (signal ? 1 : 0));
		});
	});
}

/** Runs a script of an installed package on the project's Node. */
export function runTool(script, parameters, options) {
	return run(projectNode(), [join(modules, script), ...parameters], options);
}

/** Installs what the lock file asks for, when something of it is missing. */
export async function ensureInstalled({ quiet = false } = {}) {
	if (isInstalled()) return;
	if (!quiet) console.log("Installing what Relais needs (about a minute, the first time only).");
	const parameters = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
	const npm = process.env.npm_execpath;
	const code = npm
		? await run(process.execPath, [npm, ...parameters], { quiet })
		: await run("npm", parameters, { quiet, shell: process.platform === "win32" });
	if (code !== 0) stop("The installation failed: npm's own words are above.", code);
}

/** Builds the pages, when a source changed since the last build. */
export async function ensureBuilt() {
	const now = digestOfSources();
	if (existsSync(buildStamp) && readFileSync(buildStamp, "utf8") === now) return;
	console.log("Building the pages (a few seconds).");
	const code = await build();
	if (code !== 0) stop("The build failed: its own words are above.", code);
}

/**
 * Builds the pages and notes what they were built from.
 *
 * @param {{ later?: boolean }} [options] as for `run`
 */
export async function build(options = {}) {
	const before = digestOfSources();
	const code = await runTool("@remix-run/dev/dist/cli.js", ["vite:build"], {
		...options,
		env: { NODE_ENV: "production" },
	});
	if (code === 0) {
		mkdirSync(join(root, "build"), { recursive: true });
		writeFileSync(buildStamp, before);
	}
	return code;
}

/** Says a sentence and ends with the code of what failed. */
export function stop(sentence, code) {
	console.error(sentence);
	process.exit(code || 1);
}

/** npm writes its own account of what it installed last of all: a broken install has none. */
function isInstalled() {
	const account = join(modules, ".package-lock.json");
	if (!existsSync(account) || !installedNode()) return false;
	const installed = JSON.parse(readFileSync(account, "utf8")).packages;
	const asked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
	return Object.entries(asked).every(
		([place, { version, optional, peer }]) =>
			place === "" || (installed[place] ? installed[place].version === version : optional || peer),
	);
}

function installedNode() {
	const places = [join(modules, "node", "bin", "node"), join(modules, "node", "bin", "node.exe")];
	return places.find((path) => existsSync(path));
}

function digestOfSources() {
	const digest = createHash("sha256");
	for (const path of [...settings, ...sources.flatMap(filesUnder)]) {
		if (!existsSync(join(root, path))) continue;
		digest
			.update(path)
			.update("\0")
			.update(readFileSync(join(root, path)))
			.update("\0");
	}
	return digest.digest("hex");
}

function filesUnder(folder) {
	if (!existsSync(join(root, folder))) return [];
	return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
		.sort();
}
