import { migrate, openDb } from "#db/client.ts";
import { readEnvironment } from "./environment.server.ts";
import { noLog } from "./log.server.ts";
import { createServices, type Services } from "./services.server.ts";

/** The address that tests pretend to be served from. */
export const testOrigin = "http://relais.test";

/** Real services on a store in memory, with a clock that tests can move. */
export function testServices({
	variables = {},
	given = {},
}: {
	variables?: Record<string, string>;
	given?: Parameters<typeof createServices>[1];
} = {}): Services & { pass(ms: number): void } {
	const read = readEnvironment({ RELAIS_ORIGIN: testOrigin, ...variables });
	if (!read.ok) throw new Error(read.sentence);

	const db = openDb(":memory:");
	migrate(db);
	let passedMs = 0;
	const services = createServices(read.environment, {
		db,
		log: noLog,
		secret: "a secret that is long enough for the tests",
		clock: { now: () => Date.now() + passedMs },
		...given,
	});
	return Object.assign(services, {
		pass(ms: number) {
			passedMs += ms;
		},
	});
}
