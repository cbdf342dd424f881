import { type Command, Option } from "commander";
import { type Language, languages } from "#app/i18n/languages.ts";
import { realDisk } from "./doctor/disk-checks.ts";
import { examine } from "./doctor/examine.ts";
import { doctorReport } from "./doctor/words.ts";

/** `relais doctor`: what an operator should look after, and what to do about it. */
export function addDoctor(program: Command): void {
	program
		.command("doctor")
		.description(
			"Examines configuration, keys, store, clock, disk and backups. Ends with 1 when something must be done.",
		)
		.addOption(new Option("--lang <language>", "fr or en").choices(languages).default("fr"))
		.option("--json", "print the findings as JSON")
		.action(({ lang, json }: { lang: Language; json?: boolean }) => {
			const findings = examine({
				variables: process.env,
				now: Date.now(),
				node: process.versions.node,
				disk: realDisk,
			});
			console.log(json ? JSON.stringify(findings) : doctorReport(findings, lang).join("\n"));
			if (findings.some(({ weight }) => weight === "must")) process.exitCode = 1;
		});
}
