import { type Command, Option } from "commander";
import { type Language, languages } from "#app/i18n/languages.ts";
import { readEnvironment } from "#app/server/environment.server.ts";
import { mailFor } from "#app/server/services.server.ts";
import { realDisk } from "./doctor/disk-checks.ts";
import { examine } from "./doctor/examine.ts";
import type { Finding } from "./doctor/finding.ts";
import { realKeeping } from "./doctor/keeping-checks.ts";
import { relayFindings } from "./doctor/mail-checks.ts";
import { doctorReport } from "./doctor/words.ts";

/** `relais doctor`: what an operator should look after, and what to do about it. */
export function addDoctor(program: Command): void {
	program
		.command("doctor")
		.description(
			"Examines configuration, versions, keys, store, clock, mail, disk, backups, incidents. Ends with 1 when something must be done.",
		)
		.addOption(new Option("--lang <language>", "fr or en").choices(languages).default("fr"))
		.option("--json", "print the findings as JSON")
		.action(async ({ lang, json }: { lang: Language; json?: boolean }) => {
			const findings = [...lookHere(), ...(await lookAtRelay())];
			console.log(json ? JSON.stringify(findings) : doctorReport(findings, lang).join("\n"));
			if (findings.some(({ weight }) => weight === "must")) process.exitCode = 1;
		});
}

function lookHere(): Finding[] {
	return examine({
		variables: process.env,
		now: Date.now(),
		node: process.versions.node,
		disk: realDisk,
		keeping: realKeeping(),
	});
}

async function lookAtRelay(): Promise<Finding[]> {
	const read = readEnvironment(process.env);
	return read.ok ? relayFindings(read.environment, mailFor(read.environment)) : [];
}
