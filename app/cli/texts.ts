import type { Command } from "commander";
import { findingsIn, shownTexts, type TextFinding } from "#db/text-scan.ts";
import { withStore } from "./store.ts";

/** `relais texts check`: what the guard sees in the texts that everybody reads. */
export function addTexts(program: Command): void {
	program
		.command("texts")
		.description("Looks after the texts that everybody reads: protocols, directory.")
		.command("check")
		.description(
			"Tells where a public text may point at somebody: the place and the kind, never the words.",
		)
		.option("--json", "print the places as JSON")
		.action(({ json = false }: { json?: boolean }) => {
			withStore(program, (db) => {
				const texts = shownTexts(db);
				const found = texts.flatMap((text) => findingsIn(db, text));
				console.log(json ? JSON.stringify(found) : reportOf(found, texts.length));
				if (found.length > 0) process.exitCode = 1;
			});
		});
}

function reportOf(found: readonly TextFinding[], texts: number): string {
	const lines = found.map(({ territoryId, about, subjectId, place, language, kind }) => {
		return `${territoryId}  ${about} ${subjectId}  ${place} (${language})  ${kind}`;
	});
	return [...lines, `${texts} public text(s), ${found.length} finding(s).`].join("\n");
}
