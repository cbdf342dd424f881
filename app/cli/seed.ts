import type { Command } from "commander";
import { isUninhabited, seedDemonstration } from "#db/seed/demonstration.ts";
import { demonstrationPassword } from "#db/seed/people.ts";
import { withStore } from "./store.ts";

/** `relais seed`: fills an empty store with the made-up territory. */
export function addSeed(program: Command): void {
	program
		.command("seed")
		.description("Fills an empty store with a made-up territory, for demonstrations.")
		.option("--json", "print what was done as JSON")
		.action(({ json = false }: { json?: boolean }) => {
			withStore(program, (db) => {
				if (!isUninhabited(db)) {
					program.error("There is a territory already: nothing was changed.");
					return;
				}
				const seeded = seedDemonstration(db, { now: Date.now() });
				console.log(json ? JSON.stringify(seeded) : sentenceOf(seeded.situations));
			});
		});
}

function sentenceOf(situations: number): string {
	return [
		`The « Département de démonstration » is there, with ${situations} made-up situations.`,
		`Everybody's password is ${demonstrationPassword}.`,
	].join("\n");
}
