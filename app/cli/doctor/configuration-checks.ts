import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "#app/server/environment.server.ts";
import type { Finding } from "./finding.ts";

const shortestSecret = 32;
const oldestNode = 20;
const projectNode = 24;

/** What was set from outside, before any file is opened. */
export function configurationFindings(environment: Environment): Finding[] {
	return [...originFindings(environment), ...secretFindings(environment)];
}

const area = "configuration" as const;

function originFindings(environment: Environment): Finding[] {
	const {
		demonstration,
		origins: [origin],
		secure,
		trustedProxies,
	} = environment;
	const local = ["localhost", "127.0.0.1", "[::1]"].includes(new URL(origin).hostname);
	if (local) return demonstration ? [] : [{ area, code: "origin-unset", weight: "must" }];
	const findings: Finding[] = [];
	if (demonstration) findings.push({ area, code: "demonstration-public", weight: "should" });
	if (!secure) findings.push({ area, code: "origin-not-https", weight: "must", origin });
	if (trustedProxies.length === 0) findings.push({ area, code: "proxy-unset", weight: "should" });
	return findings;
}

function secretFindings({ secret, dataDirectory }: Environment): Finding[] {
	const file = join(dataDirectory, "secret");
	if (secret !== undefined || !existsSync(file)) return [];
	const long = readFileSync(file, "utf8").trim().length >= shortestSecret;
	return long ? [] : [{ area, code: "secret-short", weight: "must", file }];
}

/** Which Node runs this. */
export function versionFindings(version: string): Finding[] {
	const major = Number.parseInt(version, 10);
	if (major >= projectNode) return [];
	const weight = major < oldestNode ? "must" : "should";
	return [{ area: "versions", code: "node-old", weight, version }];
}
