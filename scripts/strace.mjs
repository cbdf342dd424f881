import { spawnSync } from "node:child_process";
import { run } from "./prepare.mjs";

/**
 * Makes sure that one process may watch the system calls of another, for the tests that lose the
 * power: with the machine's own strace, else Debian's. Where that cannot be, those tests say so, and
 * work out what reached the disk.
 */
export async function ensureStrace() {
	if (process.platform !== "linux" || mayWatch() || !mayUseApt()) return;
	console.log("Installing strace for the tests of power losses (a few seconds, once).");
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	await run("apt-get", ["update", "-qq"], { env });
	await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "strace"], { env });
}

function mayWatch() {
	return spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0;
}

function mayUseApt() {
	return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
}
