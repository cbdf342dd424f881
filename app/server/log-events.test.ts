import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { closed, leavesOf, whatIdentifies } from "#protocols/language/schema-leaves.for-tests.ts";
import { createLog, type LogEvent } from "./log.server.ts";
import { logEvent } from "./log-events.ts";

const handle = "wPq0Z3nYb2Kx7TgVfHc1Rw";

/** What must never stand in a line: who, where, and the address of a page that names one situation. */
const planted = [
	...whatIdentifies,
	"educatrice-a@demonstration.invalid",
	`/situations/${handle}`,
	`https://relais.example.org/handoffs/${handle}`,
	`GET /situations/${handle} 200`,
	`timer:12:handoff:${handle}`,
	"7KWM39TXHQ",
	"Jeanne",
	"203.0.113.7",
	"smtp://user:password@mail.example.org",
];

const leaves = logEvent.options.flatMap((option) =>
	leavesOf(option).map((leaf) => ({ ...leaf, event: option.shape.event.value })),
);

test("no field of any line could hold a sentence", () => {
	const open = leaves.filter(({ holds }) => !closed.includes(holds));

	expect(leaves.length).toBeGreaterThan(80);
	expect(open.map(({ event, path }) => `${event}.${path}`)).toEqual([]);
});

test("whatever is planted in a field, the whole line is withheld", () => {
	const lines: string[] = [];
	const log = createLog("debug", { write: (line) => lines.push(line) });
	let tries = 0;

	for (const { event, path } of leaves) {
		for (const value of planted) {
			tries += 1;
			log.info({ event, [path]: value } as never as LogEvent);
			log.info({ event, [path]: [value] } as never as LogEvent);
		}
	}
	log.info({ event: "stopped", to: planted[0] } as never as LogEvent);

	expect(tries).toBeGreaterThan(1000);
	expect(lines).toHaveLength(2 * tries + 1);
	const told = lines.filter((line) => planted.some((value) => line.includes(value)));
	expect(told).toEqual([]);
});

test("a value alone is refused by its own field, so that no line depends on its other ones", () => {
	const taken = leaves.flatMap(({ event, path, schema }) =>
		planted
			.filter(
				(value) => "safeParse" in schema && (schema as typeof logEvent).safeParse(value).success,
			)
			.map((value) => `${event}.${path}: ${value}`),
	);

	expect(taken).toEqual([]);
});

test("nothing but the log writes: no console, no stream, no logger of its own", () => {
	const root = join(import.meta.dirname, "../..");
	const sources = ["app", "db", "protocols"].flatMap((part) =>
		readdirSync(join(root, part), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && /(?<!\.test|for-tests)\.tsx?$/.test(entry.name))
			.map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1)),
	);
	const writing = sources.filter((path) =>
		/\bconsole\b[.;) ,]|process\.std(out|err)\b|\bpino\(/.test(
			readFileSync(join(root, path), "utf8"),
		),
	);

	expect(writing.filter((path) => !path.startsWith("app/cli/")).sort()).toEqual([
		// Says on the terminal that the demonstration is being made.
		"app/server/first-start.server.ts",
		// Silences the console.
		"app/server/last-words.server.ts",
		"app/server/log.server.ts",
		// Says on the terminal where Relais is, or why it does not start.
		"app/server/serve.server.ts",
	]);
});
