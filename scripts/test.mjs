// `npm test`: installs what is missing, then runs everything that proves Relais, in one run.
// The last line is always `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { build, ensureInstalled, runTool } from "./prepare.mjs";
import { ensureStrace } from "./strace.mjs";

/** Parts of e2e/, the longest first. Only people's journeys share one server. */
const longest = "journeys/studio-protocol-b";
const browserParts = [
	{
		files: `e2e/(?!accessibility/|security/|canary/|${longest})`,
		port: "3211",
		served: "yes",
	},
	{ files: "e2e/accessibility/", port: "3210" },
	{ files: `e2e/${longest}`, port: "3214" },
	{ files: "e2e/security/", port: "3212" },
	{ files: "e2e/canary/", port: "3213" },
];
const withBrowser = !process.argv.includes("--without-browser");
const reports = mkdtempSync(join(tmpdir(), "relais-test-"));
const temporary = mkdtempSync(join(quickFolder(), "relais-test-"));
const total = { passed: 0, failed: 0, skipped: 0 };

await ensureInstalled();
await ensureStrace();
const hasBrowser = withBrowser && (await step("a browser for the tests", ensureBrowser));

// Two things go on at a time, each of which keeps one core of two busy. Whatever is not shown as it
// goes is shown when it has ended.
let isBuilt = false;
await Promise.all([
	step("unit tests", unitTests),
	(async () => {
		await check("lint: format and rules of style", "@biomejs/biome/bin/biome", ["check", "."]);
		await check("arrows: who imports whom", "dependency-cruiser/bin/dependency-cruise.mjs", [
			...["--config", ".dependency-cruiser.cjs"],
			...["app", "db", "protocols"],
		]);
		isBuilt = await step("build", async () => count((await build({ later: true })) === 0));
		await check("types", "typescript/bin/tsc", ["--noEmit"]);
	})(),
]);
if (withBrowser) await step("tests in a browser", browserTests);

rmSync(temporary, { recursive: true, force: true });
rmSync(reports, { recursive: true, force: true });
console.log(`\n${workSeconds()} s of one core in ${Math.round(performance.now() / 1000)} s`);
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Announces a step, runs it, and says how long it took. */
async function step(name, act) {
	console.log(`\n— ${name}`);
	const began = performance.now();
	const isGood = await act();
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	console.log(`— ${name}: ${isGood ? "passed" : "FAILED"} in ${seconds} s`);
	return isGood;
}

/**
 * Where tests put their stores: in memory, where there is room, since a disk would be waited for at
 * each record. What holds when the power fails is told from the writes that were asked for.
 */
function quickFolder() {
	const memory = "/dev/shm";
	if (!existsSync(memory)) return tmpdir();
	const { bavail, bsize } = statfsSync(memory);
	return bavail * bsize > 2 ** 31 ? memory : tmpdir();
}

/** A tool that only says yes or no counts as one test. */
function check(name, script, parameters) {
	return step(name, async () => count((await runTool(script, parameters, { later: true })) === 0));
}

async function unitTests() {
	const report = join(reports, "unit.json");
	const parameters = [
		"run",
		"--passWithNoTests",
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${report}`,
	];
	const code = await runTool("vitest/vitest.mjs", parameters, { env: { TMPDIR: temporary } });
	return add(code, report, (seen) => ({
		passed: seen.numPassedTests,
		failed: seen.numFailedTests,
		skipped: seen.numPendingTests + (seen.numTodoTests ?? 0),
	}));
}

async function browserTests() {
	if (!hasBrowser || !isBuilt) {
		console.log(hasBrowser ? "There is no build to test." : "There is no browser to test with.");
		return count(false);
	}
	// Two browsers at a time, each with servers of its own: who is done first goes on with the next. A
	// third one made each of them slower and the whole no shorter.
	const waiting = [...browserParts];
	const results = [];
	await Promise.all(
		[false, true].map(async (later) => {
			for (let part = waiting.shift(); part; part = waiting.shift()) {
				results.push(await browserPart(part, later));
			}
		}),
	);
	return results.every(Boolean);
}

async function browserPart({ files, port, served = "no" }, later) {
	const report = join(reports, `browser-${port}.json`);
	const parameters = ["test", files, "--reporter=list,json"];
	const env = {
		E2E_PORT: port,
		E2E_SERVED: served,
		TMPDIR: temporary,
		PLAYWRIGHT_JSON_OUTPUT_FILE: report,
		PLAYWRIGHT_JSON_OUTPUT_NAME: report,
	};
	const code = await runTool("@playwright/test/cli.js", parameters, { env, later });
	return add(code, report, ({ stats }) => ({
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		skipped: stats.skipped,
	}));
}

/** Adds what a tool reported; a tool that failed without naming a test counts as one failure. */
function add(code, report, read) {
	const seen = existsSync(report) ? read(JSON.parse(readFileSync(report, "utf8"))) : undefined;
	const { passed = 0, failed = 0, skipped = 0 } = seen ?? {};
	total.passed += passed;
	total.skipped += skipped;
	total.failed += code === 0 ? failed : Math.max(1, failed);
	return code === 0 && failed === 0;
}

/** What all that ran asked of the cores: half of it is the least that two cores need. */
function workSeconds() {
	if (!existsSync("/proc/self/stat")) return "?";
	const stat = readFileSync("/proc/self/stat", "utf8");
	// Of children that ended, in hundredths: the sixteenth and the seventeenth entry.
	const [own, system] = stat
		.slice(stat.lastIndexOf(")") + 2)
		.split(" ")
		.slice(13, 15);
	return Math.round((Number(own) + Number(system)) / 100);
}

function count(isGood) {
	if (isGood) total.passed++;
	else total.failed++;
	return isGood;
}
