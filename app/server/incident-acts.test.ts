import { expect, onTestFinished, test, vi } from "vitest";
import { openIncident, openIncidents, stuckLetter, stuckTimer } from "#db/incidents.ts";
import { checkRows } from "#db/rebuild.ts";
import { outbox, timers } from "#db/schema/journal.ts";
import { letters } from "#db/schema/messages.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { momentAt, monday, smallTerritory } from "#db/small-territory.ts";
import { resolve, take } from "./incident-acts.server.ts";
import type { LogEvent } from "./log.server.ts";
import { testServices } from "./services.for-tests.ts";
import { every } from "./workers.server.ts";

const lead = { memberId: "lead-member" };

test("whoever ends an incident looked after it, and it is not ended twice", () => {
	const { db, services } = serving();
	openIncident(db, { ...stuckLetter(1), reason: "letter-failed", at: monday });

	const first = resolve(services, 1, { resolution: "nothing-left", by: lead });
	const second = resolve(services, 1, { resolution: "nothing-left", by: lead });

	expect([first, second, take(services, 1, lead)]).toEqual([true, false, false]);
	const kept = db.$client.prepare("SELECT owner_id, resolution FROM incidents").all();
	expect(kept).toEqual([{ owner_id: "lead-member", resolution: "nothing-left" }]);
});

test("a letter whose incident is ended is queued anew", () => {
	const { db, services } = serving();
	db.insert(letters)
		.values({
			...{ id: 1, number: "A".repeat(22), text: "waiting", userId: "crip-user" },
			...{ dueAt: monday, nextTryAt: monday, tries: 5, state: "failed", endedAt: monday },
		})
		.run();
	openIncident(db, { ...stuckLetter(1), reason: "letter-failed", at: monday });

	resolve(services, 1, { resolution: "tried-again", by: lead });

	expect(db.select().from(letters).all()).toMatchObject([{ state: "queued", tries: 0 }]);
});

test("the rows of a situation whose clock was out of date are written anew from its history", () => {
	const { db, services } = serving();
	const gone = { situationPk: 1, clock: "step:gone", stage: "soon", fireAt: monday } as const;
	db.insert(timers).values(gone).run();
	openIncident(db, { ...stuckTimer(1, gone.clock), reason: "clock-refused", at: monday });
	const before = checkRows(db).length;

	resolve(services, 1, { resolution: "tried-again", by: undefined });

	expect(before).toBeGreaterThan(0);
	expect(checkRows(db)).toEqual([]);
	expect(openIncidents(db)).toEqual([]);
});

test("work that fails is an incident, asks for one letter, and settles when it works again", () => {
	const { db, services, lines } = serving();
	let works = false;
	const worker = every(1, services, "housekeeping", () => {
		if (!works) throw new TypeError("what somebody typed");
	});
	vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
	onTestFinished(() => void vi.useRealTimers());
	worker.start();

	vi.advanceTimersByTime(2);
	const open = openIncidents(db);
	works = true;
	vi.advanceTimersByTime(1);
	worker.stop();

	expect(open).toMatchObject([{ source: "worker", reason: "worker-failed" }]);
	expect(openIncidents(db)).toEqual([]);
	expect(db.select().from(outbox).all()).toMatchObject([{ structureId: null, kind: "operator" }]);
	expect(lines).toEqual(
		Array(2).fill({ event: "worker-failed", worker: "housekeeping", className: "TypeError" }),
	);
});

/** Services on a small territory with a situation, and nothing in its outbox. */
function serving() {
	const territory = smallTerritory();
	tellInStore(territory, sentToCrip);
	const { db } = territory;
	db.delete(outbox).run();
	const lines: LogEvent[] = [];
	const note = (line: LogEvent) => void lines.push(line);
	const services = testServices({
		given: {
			db,
			clock: { now: () => monday },
			random: momentAt(monday).random,
			log: { debug: note, info: note, warn: note, error: note },
		},
	});
	return { db, services, lines };
}
