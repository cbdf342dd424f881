import { expect, test } from "vitest";
import { argumentsOf } from "#app/server/inhabited.for-tests.ts";
import { testServices } from "#app/server/services.for-tests.ts";
import { loader } from "./health.ts";

test("a store that answers is healthy, and shows how far it has come", async () => {
	const services = testServices({ given: { version: "1.2.3" } });

	const answered = loader(argumentsOf(services, ""));

	expect(answered.status).toBe(200);
	expect(await answered.json()).toEqual({
		status: "ok",
		version: "1.2.3",
		migrations: 1,
		journal: { events: 0, sequence: 0 },
	});
});

test("a store that does not answer is told, with when to ask again", () => {
	const services = testServices();
	services.db.$client.close();

	const answered = loader(argumentsOf(services, ""));

	expect(answered.status).toBe(503);
	expect(answered.headers.get("Retry-After")).toBe("60");
});
