import type { Command } from "commander";
import { cleanTrail } from "#db/clean-trail.ts";
import type { Db } from "#db/client.ts";
import type { Moment } from "#db/journal.ts";
import { lookToday } from "#db/lived-days.ts";
import { finishPurges } from "#db/purge.ts";
import { retentionStatus, type TerritoryStatus } from "#db/retention-status.ts";
import { sweepRetention } from "#db/retention-sweep.ts";
import { momentNow } from "./moment.ts";
import { withStore } from "./store.ts";

type Options = { json?: boolean };

/** `relais retention`: what the server does once a day, by hand, and where it stands. */
export function addRetention(program: Command): void {
	const retention = program
		.command("retention")
		.description("Reminds, proposes to close, closes and forgets what is due.");
	retention
		.command("run")
		.description("Does what is due now, each act once; safe while the server runs.")
		.option("--json", "print what was done as JSON")
		.action(({ json = false }: Options) => {
			withStore(program, (db) => {
				const { faults, ...done } = run(db, momentNow());
				console.log(json ? JSON.stringify({ ...done, faults }) : reportOf(done, faults));
				if (faults + done.unverified > 0) process.exitCode = 1;
			});
		});
	retention
		.command("status")
		.description("Says how far the clock is believed and what waits in each territory.")
		.option("--json", "print it as JSON")
		.action(({ json = false }: Options) => {
			withStore(program, (db) => {
				const status = retentionStatus(db, momentNow().now);
				const { believedUntil, territories } = status;
				const lines = [clockLine(believedUntil), ...territories.flatMap(linesOf)];
				console.log(json ? JSON.stringify(status) : lines.join("\n"));
			});
		});
}

/** The same as the server's daily look; the day stays open, so that the server looks as well. */
function run(db: Db, moment: Moment) {
	lookToday(db, moment.now);
	const done = { remind: 0, propose: 0, arbitrate: 0, close: 0, purge: 0, unverified: 0, trail: 0 };
	let faults = 0;
	for (const met of sweepRetention(db, moment)) {
		if ("fault" in met) faults += 1;
		else if (met.applied) done[met.applied === "unverified" ? "purge" : met.applied] += 1;
	}
	done.unverified = finishPurges(db, moment.now).filter(({ verified }) => !verified).length;
	done.trail = cleanTrail(db, moment);
	return { ...done, faults };
}

function reportOf(done: Omit<ReturnType<typeof run>, "faults">, faults: number): string {
	return [
		`reminded ${done.remind}, proposed ${done.propose}, to arbitrate ${done.arbitrate}`,
		`closed ${done.close}, forgotten ${done.purge}, not verified ${done.unverified}`,
		`trail entries forgotten ${done.trail}`,
		...(faults > 0 ? [`not readable ${faults}`] : []),
	].join("\n");
}

function clockLine(believedUntil: number | null): string {
	return believedUntil === null
		? "The server has not looked for a week yet: nothing is closed or forgotten until then."
		: `The clock is believed until ${new Date(believedUntil).toISOString()}.`;
}

function linesOf({ territoryId, policy, ...status }: TerritoryStatus): string[] {
	const { reminderDays, proposalDays, closureDays, purgeDays } = policy;
	const ahead = status.ahead > 0 ? [`  the clock was ahead in ${status.ahead}`] : [];
	return [
		`${territoryId}: reminder ${reminderDays}, proposal ${proposalDays}, closure ${closureDays}, purge ${purgeDays} days`,
		`  open ${status.open}: reminded ${status.reminder}, proposed ${status.proposal}, to arbitrate ${status.arbitration}`,
		`  closed ${status.closed}, by the system ${status.closedBySystem}, next forgotten ${dayOrNone(status.nextPurgeAt)}`,
		...ahead,
	];
}

function dayOrNone(at: number | null): string {
	return at === null ? "none" : new Date(at).toISOString().slice(0, 10);
}
