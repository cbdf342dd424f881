import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, openDb } from "#db/client.ts";
import { openIncidents } from "#db/incidents.ts";
import { outbox } from "#db/schema/journal.ts";
import { deadMan } from "./dead-man.server.ts";
import type { LogEvent } from "./log.server.ts";
import type { Delivery, Letter } from "./mail.server.ts";
import { testServices } from "./services.for-tests.ts";
import { createVitals } from "./vitals.server.ts";

const minuteMs = 60_000;

test("a sweeper that is silent for ten minutes is told once, and again after a day", async () => {
	const { pass, lookAfter, letters, services } = watching();

	await lookAfter(10 * minuteMs);
	const inTime = letters.length;
	await lookAfter(minuteMs);
	for (let minute = 0; minute < 60; minute += 1) await lookAfter(minuteMs);
	const told = letters.length;
	pass(23 * 60 * minuteMs);
	await lookAfter(minuteMs);

	expect([inTime, told, letters.length]).toEqual([0, 1, 2]);
	expect(openIncidents(services.db)).toMatchObject([{ reason: "sweep-silent" }]);
});

test("the letter is the constant one, to whoever runs the server, and asks no outbox", async () => {
	const { lookAfter, letters, services } = watching();

	await lookAfter(11 * minuteMs);

	expect(letters).toMatchObject([{ to: "hosting@example.org", text: "operator", language: "fr" }]);
	expect(letters[0]?.body).toContain("relais doctor");
	expect(services.db.select().from(outbox).all()).toEqual([]);
});

test("a sweep that ends settles it, and the next silence is told anew", async () => {
	const { lookAfter, letters, services, vitals } = watching();

	await lookAfter(11 * minuteMs);
	vitals.noteSweep();
	await lookAfter(minuteMs);
	const settled = openIncidents(services.db).length;
	await lookAfter(11 * minuteMs);

	expect(settled).toBe(0);
	expect(letters).toHaveLength(2);
});

test("a store that is locked hides no silence; the incident is kept once it can be", async () => {
	const file = join(mkdtempSync(join(tmpdir(), "relais-")), "data", "relais.db");
	const { lookAfter, letters, services } = watching({ file });
	const other = new Database(file);

	other.exec("BEGIN EXCLUSIVE");
	await lookAfter(11 * minuteMs);
	const whileLocked = [letters.length, services.incidents.waiting()];
	other.exec("ROLLBACK");
	await lookAfter(minuteMs);

	expect(whileLocked).toEqual([1, 1]);
	expect(letters).toHaveLength(1);
	expect(openIncidents(services.db)).toMatchObject([{ source: "sweep-silent" }]);
});

test("a relay that is not there is asked again ten minutes later", async () => {
	const { lookAfter, letters, lines, answers } = watching();
	answers.push("no-relay");

	await lookAfter(11 * minuteMs);
	await lookAfter(9 * minuteMs);
	const tries = letters.length;
	await lookAfter(minuteMs);
	await lookAfter(minuteMs);

	expect([tries, letters.length]).toEqual([1, 2]);
	expect(lines).toMatchObject([
		{ event: "sweep-silent", minutes: 11, told: "not-reached" },
		{ event: "sweep-silent", minutes: 21, told: "operator" },
	]);
});

test("where nobody is set up to be told, the line and the incident say so", async () => {
	const { lookAfter, letters, lines } = watching({ address: "" });

	await lookAfter(11 * minuteMs);

	expect(letters).toEqual([]);
	expect(lines).toMatchObject([{ event: "sweep-silent", told: "nobody" }]);
});

/** Services whose sweeper never ran, a relay that answers as told, and a clock to move. */
function watching({ file = ":memory:", address = "hosting@example.org" } = {}) {
	let ticks = 0;
	const vitals = createVitals(() => ticks);
	const db = openDb(file);
	migrate(db);
	const letters: Letter[] = [];
	const answers: Delivery[] = [];
	const lines: LogEvent[] = [];
	const note = (line: LogEvent) => void lines.push(line);
	const services = testServices({
		variables: { RELAIS_OPERATOR_MAIL: address },
		given: {
			db,
			vitals,
			log: { debug: note, info: note, warn: note, error: note },
			mail: {
				relay: true,
				send: async (letter) => {
					letters.push(letter);
					return answers.shift() ?? "taken";
				},
				trouble: async () => undefined,
			},
		},
	});
	const { look } = deadMan(services, () => ticks);
	const pass = (ms: number) => {
		ticks += ms;
	};
	const lookAfter = async (ms: number) => {
		pass(ms);
		await look();
	};
	return { pass, lookAfter, letters, answers, lines, services, vitals };
}
