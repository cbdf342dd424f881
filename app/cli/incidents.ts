import { type Command, InvalidArgumentError, Option } from "commander";
import { ownResolutions } from "#app/features/operator/incident-form.schema.ts";
import { resolve } from "#app/server/incident-acts.server.ts";
import { type Incident, openIncidents, takeIncident } from "#db/incidents.ts";
import { administratorsOf } from "#db/standings.ts";
import { chance } from "./moment.ts";
import { withStore } from "./store.ts";

/** `relais incidents`: the work that got stuck, as codes and ages; never about whom. */
export function addIncidents(program: Command): void {
	const incidents = program
		.command("incidents")
		.description("Lists the work that got stuck, gives it to somebody, ends it.");
	incidents
		.command("list")
		.description("What is open, the longest wait first.")
		.option("--json", "print it as JSON")
		.action(({ json = false }: { json?: boolean }) => {
			withStore(program, (db) => {
				const open = openIncidents(db);
				if (json) console.log(JSON.stringify(open));
				else for (const line of linesOf(open, Date.now())) console.log(line);
			});
		});
	incidents
		.command("take <number>")
		.description(
			"Says who looks after it: an administrator, by the name “relais accounts list” gives.",
		)
		.requiredOption("--by <member>", "the administrator")
		.action((number: string, { by }: { by: string }) => {
			const id = toNumber(number);
			withStore(program, (db) => {
				if (!administratorsOf(db).includes(by)) {
					program.error(`${by} does not administer this instance: see “relais accounts list”.`);
				}
				if (!takeIncident(db, id, by)) program.error(notOpen(id));
				console.log(`${by} looks after incident ${id}.`);
			});
		});
	incidents
		.command("resolve <number>")
		.description("Ends it, and has its work tried again.")
		.addOption(
			new Option("--as <resolution>", "how it ended").choices(ownResolutions).makeOptionMandatory(),
		)
		.action((number: string, { as }: { as: (typeof ownResolutions)[number] }) => {
			const id = toNumber(number);
			withStore(program, (db) => {
				const kept = { db, random: chance, clock: { now: () => Date.now() } };
				if (!resolve(kept, id, { resolution: as, by: undefined })) program.error(notOpen(id));
				console.log(`Incident ${id} is closed; its work is tried again.`);
			});
		});
}

function linesOf(open: readonly Incident[], now: number): string[] {
	if (open.length === 0) return ["No incident is open."];
	return open.map(({ id, source, reason, openedAt, times, ownerId }) =>
		[
			String(id).padStart(5),
			source.padEnd(12),
			reason.padEnd(18),
			`since ${ageOf(openedAt, now)}`.padEnd(14),
			`met ${times}`.padEnd(10),
			ownerId ?? "nobody",
		].join("  "),
	);
}

function ageOf(at: number, now: number): string {
	const minutes = Math.max(0, Math.floor((now - at) / 60_000));
	if (minutes < 120) return `${minutes} min`;
	return minutes < 2 * 24 * 60
		? `${Math.floor(minutes / 60)} h`
		: `${Math.floor(minutes / 1440)} d`;
}

function notOpen(id: number): string {
	return `Incident ${id} is not open: see “relais incidents list”.`;
}

function toNumber(word: string): number {
	if (/^[1-9]\d{0,8}$/.test(word)) return Number(word);
	throw new InvalidArgumentError("The number that “relais incidents list” shows.");
}
