import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { register } from "#db/registry/register.ts";
import { tellRegister } from "#db/registry/tell-register.ts";

/** `relais privacy`: writes the register of what is stored as a page of documentation. */
export function addPrivacy(program: Command): void {
	program
		.command("privacy")
		.description("Writes what is stored, why, for how long and who reads it, as a page.")
		.option("--into <file>", "where the page goes", "docs/privacy.md")
		.action(({ into }: { into: string }) => {
			writeFileSync(into, privacyPage());
		});
}

/** The page, as it must stand in `docs/`. */
export function privacyPage(): string {
	return tellRegister(register);
}
