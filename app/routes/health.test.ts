import { expect, test } from "vitest";
import { argumentsOf } from "#app/server/inhabited.for-tests.ts";
import { testServices } from "#app/server/services.for-tests.ts";
import { createVitals } from "#app/server/vitals.server.ts";
import { countMigrations } from "#db/client.ts";
import { loader } from "./health.ts";

test("a store that answers is healthy, and shows how far it has come", async () => {
	const services = testServices({ given: { version: "1.2.3" } });

	const answered = loader(argumentsOf(services, ""));

	expect(answered.status).toBe(200);
	expect(await answered.json()).toEqual({
		status: "ok",
		version: "1.2.3",
		migrations: countMigrations(services.db),
		journal: { events: 0, sequence: 0 },
	});
});

test("a history that was altered is told, and the server answers all the same", async () => {
	const services = testServices();
	services.witness.begin();
	const before = loader(argumentsOf(services, ""));
	services.db.$client.exec("DROP TRIGGER checkpoints_refuses_update");
	services.db.$client.exec("UPDATE checkpoints SET at = at + 1");
	services.witness.begin();

	const after = loader(argumentsOf(services, ""));

	expect(await before.json()).toMatchObject({ status: "ok", integrity: { disagreeing: 0 } });
	expect(after.status).toBe(200);
	expect(await after.json()).toMatchObject({ status: "altered", integrity: { disagreeing: 1 } });
});

test("a store that does not answer is told, with when to ask again", async () => {
	const services = testServices();
	services.db.$client.close();

	const answered = loader(argumentsOf(services, ""));

	expect(answered.status).toBe(503);
	expect(answered.headers.get("Retry-After")).toBe("60");
	expect(await answered.json()).toMatchObject({ status: "unavailable", reason: "store" });
});

test("clocks that nobody looked at for ten minutes are told, until a sweep ends again", async () => {
	let ticks = 0;
	const vitals = createVitals(() => ticks);
	const services = testServices({ given: { vitals, version: "1.2.3" } });

	ticks = 10 * 60_000;
	const inTime = loader(argumentsOf(services, ""));
	ticks += 1;
	const silent = loader(argumentsOf(services, ""));
	vitals.noteSweep();
	const back = loader(argumentsOf(services, ""));

	expect([inTime.status, silent.status, back.status]).toEqual([200, 503, 200]);
	expect(silent.headers.get("Retry-After")).toBe("60");
	expect(await silent.json()).toEqual({
		status: "unavailable",
		reason: "sweep-silent",
		version: "1.2.3",
	});
});
