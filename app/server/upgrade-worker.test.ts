import { expect, test } from "vitest";
import { openIncidents } from "#db/incidents.ts";
import type { Upgraded } from "#db/upgrade.ts";
import type { LogEvent } from "./log.server.ts";
import { testServices } from "./services.for-tests.ts";
import { finishUpgrade } from "./upgrade-worker.server.ts";

test("an upgrade is ended beside the requests, and said once", async () => {
	const { services, lines } = listening();
	const { upgrade, done } = threePortions({ rewritten: 3, untold: 0 });

	await finishUpgrade(services, upgrade);

	expect(done()).toBe(3);
	expect(lines).toEqual([{ event: "rows-rewritten", rewritten: 3, untold: 0 }]);
	expect(openIncidents(services.db)).toEqual([]);
});

test("a history that could not be told needs somebody", async () => {
	const { services } = listening();
	const { upgrade } = threePortions({ rewritten: 2, untold: 1 });

	await finishUpgrade(services, upgrade);

	expect(openIncidents(services.db)).toMatchObject([
		{ source: "store", reason: "store-unreadable" },
	]);
});

test("a server that stops leaves the rest to the next start, and says nothing", async () => {
	const { services, lines } = listening();
	const { upgrade, done } = threePortions({ rewritten: 3, untold: 0 });

	await finishUpgrade(services, upgrade, () => done() < 2);

	expect(done()).toBe(2);
	expect(lines).toEqual([]);
});

function threePortions(result: Upgraded) {
	let portions = 0;
	const goOn = () => {
		portions += 1;
		return portions < 3;
	};
	return { upgrade: { done: result, goOn }, done: () => portions };
}

function listening() {
	const lines: LogEvent[] = [];
	const note = (event: LogEvent) => lines.push(event);
	const log = { debug: note, info: note, warn: note, error: note };
	return { services: testServices({ given: { log } }), lines };
}
