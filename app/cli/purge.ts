import type { Command } from "commander";
import type { Db } from "#db/client.ts";
import { duePurges, runDuePurges } from "#db/due-purges.ts";
import { finishPurges } from "#db/purge.ts";
import { momentNow } from "./moment.ts";
import { withStore } from "./store.ts";

type Options = { run?: boolean; json?: boolean };

/** `relais purge`: what is to be forgotten now; with `--run` it is. */
export function addPurge(program: Command): void {
	program
		.command("purge")
		.description(
			"Says how many situations are to be forgotten now, by what their territory decided, and what a crash or a backup left half forgotten.",
		)
		.option("--run", "forget them; safe while the server runs")
		.option("--json", "print it as JSON")
		.action(({ run = false, json = false }: Options) => {
			withStore(program, (db) => (run ? forget(db, json) : tell(db, json)));
		});
}

function tell(db: Db, json: boolean): void {
	const { due, unfinished, untold } = duePurges(db, momentNow());
	const told = { due: due.length, unfinished, untold };
	if (json) console.log(JSON.stringify(told));
	else {
		console.log(`to forget ${told.due}, half forgotten ${unfinished}, not readable ${untold}`);
		if (told.due + unfinished > 0) {
			console.log("“relais purge --run” forgets them; the server does so by itself once a day.");
		}
	}
}

function forget(db: Db, json: boolean): void {
	const moment = momentNow();
	const completed = finishPurges(db, moment.now);
	const met = [...runDuePurges(db, moment)];
	const applied = met.flatMap((one) => ("applied" in one && one.applied ? [one.applied] : []));
	const done = {
		completed: completed.length,
		forgotten: applied.length,
		unverified:
			completed.filter(({ verified }) => !verified).length +
			applied.filter((one) => one === "unverified").length,
		faults: met.filter((one) => "fault" in one).length,
	};
	console.log(json ? JSON.stringify(done) : sentenceOf(done));
	if (done.unverified + done.faults > 0) process.exitCode = 1;
}

type Done = Record<"completed" | "forgotten" | "unverified" | "faults", number>;

function sentenceOf({ completed, forgotten, unverified, faults }: Done): string {
	return `completed ${completed}, forgotten ${forgotten}, not verified ${unverified}, not readable ${faults}`;
}
