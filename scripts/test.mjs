// `npm test`: installs what is missing, then runs everything that proves Relais, in one run.
// The last line is always `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { build, ensureInstalled, runTool } from "./prepare.mjs";
import { ensureStrace } from "./strace.mjs";

const withBrowser = !process.argv.includes("--without-browser");
const reports = mkdtempSync(join(tmpdir(), "relais-test-"));
const total = { passed: 0, failed: 0, skipped: 0 };

await ensureInstalled();
await ensureStrace();
const hasBrowser = withBrowser && (await step("a browser for the tests", ensureBrowser));

await check("lint: format and rules of style", "@biomejs/biome/bin/biome", ["check", "."]);
await check("types", "typescript/bin/tsc", ["--noEmit"]);
await check("arrows: who imports whom", "dependency-cruiser/bin/dependency-cruise.mjs", [
	...["--config", ".dependency-cruiser.cjs"],
	...["app", "db", "protocols"],
]);
await step("unit tests", unitTests);
const isBuilt = await step("build", async () => count((await build()) === 0));
if (withBrowser) await step("tests in a browser", browserTests);

rmSync(reports, { recursive: true, force: true });
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

/** A tool that only says yes or no counts as one test. */
function check(name, script, parameters) {
	return step(name, async () => count((await runTool(script, parameters)) === 0));
}

async function unitTests() {
	const report = join(reports, "unit.json");
	const code = await runTool("vitest/vitest.mjs", [
		"run",
		"--passWithNoTests",
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${report}`,
	]);
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
	// Half of the work waits for the other half of the machine: two browsers, each with a server of its own.
	const halves = await Promise.all([
		browserHalf(["e2e/(accessibility|canary)/"], { port: "3210" }),
		browserHalf(["e2e/(?!accessibility/|canary/)"], { port: "3211", later: true }),
	]);
	return halves.every(Boolean);
}

async function browserHalf(folders, { port, later = false }) {
	const report = join(reports, `browser-${port}.json`);
	const parameters = ["test", ...folders, "--reporter=list,json"];
	const env = {
		E2E_PORT: port,
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

function count(isGood) {
	if (isGood) total.passed++;
	else total.failed++;
	return isGood;
}
