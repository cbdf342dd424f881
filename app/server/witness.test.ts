import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { forgetDataKey } from "#db/keys/key-store.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { checkpoints } from "#db/schema/checkpoints.ts";
import { situations } from "#db/schema/situations.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { monday, smallTerritory } from "#db/small-territory.ts";
import type { LogEvent } from "./log.server.ts";
import { testServices } from "./services.for-tests.ts";

const hourMs = 3_600_000;

test("at start the chains are worked out anew, and the checkpoint of the day is made", () => {
	const { services, lines, days } = witnessing();

	services.witness.begin();

	expect(lines).toEqual([{ event: "history-whole" }]);
	expect(services.witness.found).toEqual({ brokenAt: {}, disagreeing: 0, unreadable: 0 });
	expect(days()).toEqual([0]);
});

test("hour after hour, each day is witnessed once, and so is a day that was missed", () => {
	const { services, lines, days, wait } = witnessing();
	services.witness.begin();

	for (const hours of [1, 20, 1, 1, 70, 1]) {
		wait(hours);
		services.witness.keepUp();
	}

	expect(days()).toEqual([0, 21, 93]);
	expect(lines).toHaveLength(3);
});

test("an altered history stops nothing, and is said each day until somebody looked into it", () => {
	const { services, lines, wait } = witnessing();
	services.db.$client.exec("DROP TRIGGER journal_refuses_update");
	services.db.$client.exec("UPDATE journal SET sealed = randomblob(300) WHERE sequence = 3");

	services.witness.begin();
	wait(24);
	services.witness.keepUp();

	const altered = { event: "history-altered", journalBrokenAt: 3, disagreeing: 1, unreadable: 0 };
	expect(lines).toMatchObject([altered, { ...altered, disagreeing: 3 }]);
});

test("a situation without its key is counted, and the others go on", () => {
	const { services, lines } = witnessing();
	keysOf(services.db).client.exec("DELETE FROM data_keys");

	services.witness.begin();

	expect(lines).toMatchObject([{ event: "history-altered", disagreeing: 0, unreadable: 1 }]);
});

test("a situation that was being forgotten when the process ended is forgotten at the next start", () => {
	const { services, lines } = witnessing();
	services.db.update(situations).set({ status: "closed" }).run();
	forgetDataKey(keysOf(services.db), 1);

	services.witness.begin();

	expect(lines[0]).toEqual({ event: "purges-completed", situations: 1, unverified: 0 });
	expect(services.db.select().from(situations).all()).toEqual([]);
	expect(services.witness.found).toMatchObject({ unreadable: 0 });
});

/** Services on a store with one situation, whose clock stands until somebody waits. */
function witnessing() {
	const territory = smallTerritory();
	tellInStore(territory, sentToCrip);
	const lines: LogEvent[] = [];
	const note = (event: LogEvent) => lines.push(event);
	let now = monday;
	const services = testServices({
		given: {
			db: territory.db,
			clock: { now: () => now },
			log: { debug: note, info: note, warn: note, error: note },
		},
	});
	return {
		services,
		lines,
		wait(hours: number) {
			now += hours * hourMs;
		},
		/** How many hours after the beginning each daily checkpoint was made. */
		days() {
			const made = territory.db.select().from(checkpoints).where(eq(checkpoints.reason, "day"));
			return made.all().map(({ at }) => (at - monday) / hourMs);
		},
	};
}
