import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Command } from "commander";
import { policyPage } from "#app/server/policy/print.ts";

/** `relais policy`: writes who may do what as a page of documentation. */
export function addPolicy(program: Command): void {
	program
		.command("policy")
		.description("Writes who may do what, in both languages, from the table that is asked.")
		.option("--into <file>", "where the page goes", "docs/security/policy.md")
		.action(({ into }: { into: string }) => {
			mkdirSync(dirname(into), { recursive: true });
			writeFileSync(into, policyPage());
		});
}
