import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run, runTool } from "./prepare.mjs";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Makes sure that there is a Chromium for the tests: the machine's own, else Debian's, else
 * Playwright's.
 *
 * @returns {Promise<boolean>} whether there is one now
 */
export async function ensureBrowser() {
	if (findBrowser()) return true;
	console.log("Installing a browser for the tests (about a minute, the first time only).");
	if (mayUseApt()) {
		const env = { DEBIAN_FRONTEND: "noninteractive" };
		const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
		await run("apt-get", ["update", "-qq"], { env });
		if ((await run("apt-get", install, { env })) === 0 && findBrowser()) return true;
	}
	const code = await runTool("@playwright/test/cli.js", ["install", "chromium"]);
	return code === 0;
}

function findBrowser() {
	const own = process.env.CHROMIUM;
	return [own, ...usual].find((path) => path && existsSync(path));
}

function mayUseApt() {
	const isRoot = process.getuid?.() === 0;
	return isRoot && spawnSync("apt-get", ["--version"]).status === 0;
}
