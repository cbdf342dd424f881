import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openIncident, stuckTimer } from "#db/incidents.ts";
import { incidentReasons, incidentSources } from "#db/schema/incidents.ts";
import { outbox, timers } from "#db/schema/journal.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { monday, smallTerritory } from "#db/small-territory.ts";
import { coarse } from "./figures.server.ts";
import { metricsText } from "./metrics.server.ts";
import { routeClasses, routeClassOf } from "./route-classes.ts";
import { testServices } from "./services.for-tests.ts";
import { statusClasses } from "./vitals.server.ts";

/** Every label that there is, and every value that it takes. */
const labels: Record<string, readonly string[]> = {
	version: ["1.2.3"],
	route: routeClasses,
	status: statusClasses,
	quantile: ["0.5", "0.99"],
	file: ["store", "log", "keys"],
	source: incidentSources,
	reason: incidentReasons,
};

const sample = /^(relais_[a-z_]+)(?:\{([^}]*)\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/;

test("every line is what Prometheus reads, and every label is one of a closed list", () => {
	const { text } = working();

	const lines = text.trimEnd().split("\n");
	const samples = lines.filter((line) => !line.startsWith("#")).map((line) => sample.exec(line));

	expect(samples.length).toBeGreaterThan(20);
	expect(samples).not.toContain(null);
	const pairs = samples.flatMap((read) => (read?.[2] ? read[2].split(",") : []));
	const strange = pairs.filter((pair) => {
		const [, label = "", value = ""] = /^([a-z]+)="([^"\\]*)"$/.exec(pair) ?? [];
		return !labels[label]?.includes(value);
	});
	expect(strange).toEqual([]);
	for (const [, label = ""] of text.matchAll(/[{,]([a-z_]+)="/g)) {
		expect(Object.keys(labels)).toContain(label);
	}
});

test("each metric says once what it is, before its samples", () => {
	const { text } = working();

	const told = [...text.matchAll(/^# TYPE (\S+) (counter|gauge)$/gm)].map(([, name]) => name);
	const shown = [...text.matchAll(/^(relais_[a-z_]+)/gm)].map(([, name]) => name);

	expect(new Set(told).size).toBe(told.length);
	expect(new Set(shown)).toEqual(new Set(told));
	for (const name of told) expect(text).toContain(`# HELP ${name} `);
});

test("nothing of a situation or a structure is in it, whatever happens there", () => {
	const { text, territory } = working();
	const names = territory.db.$client
		.prepare(
			`SELECT id FROM structures UNION SELECT id FROM members UNION SELECT id FROM handoffs
			UNION SELECT handle FROM participations UNION SELECT code FROM participations
			UNION SELECT clock FROM timers UNION SELECT key FROM incidents`,
		)
		.pluck()
		.all() as string[];

	// Some structures of the example are called like one of our own words.
	const told = names.filter((name) => name.length > 4 && text.includes(name));
	expect(told).toEqual([]);
});

test("what people do is told in rough numbers; what is stuck is told exactly", () => {
	const one = working({ situations: 1 }).text;
	const none = working({ situations: 0 }).text;
	const tellsOf = (text: string, name: string) =>
		new RegExp(`^relais_${name} (.+)$`, "m").exec(text)?.[1];

	for (const name of ["timers_open", "outbox_queued", "journal_entries_total"]) {
		expect(tellsOf(one, name)).toBe("0");
		expect(tellsOf(one, name)).toBe(tellsOf(none, name));
	}
	expect(tellsOf(one, "timers_overdue")).toBe("1");
	expect(tellsOf(none, "timers_overdue")).toBe("0");
	expect([0, 1, 10, 11, 12, 13, 2198].map(coarse)).toEqual([0, 0, 0, 10, 10, 15, 2200]);
});

test("a store that does not answer leaves the figures of the process", () => {
	const services = testServices({ given: { version: "1.2.3" } });
	services.db.$client.close();

	const text = metricsText(services);

	expect(text).toContain("relais_store_answers 0");
	expect(text).toContain("relais_sweep_age_seconds");
	expect(text).not.toContain("relais_timers_open");
});

test("every page belongs to a part of the application", () => {
	const routes = readdirSync(join(import.meta.dirname, "../routes"))
		.filter((name) => !/\.test\.tsx?$/.test(name))
		.map((name) => `routes/${name.replace(/\.tsx?$/, "")}`);

	expect(routes.filter((route) => routeClassOf(route) === "other")).toEqual(["routes/$"]);
	expect(routeClassOf(undefined)).toBe("other");
	expect(routeClassOf("routes/constructor")).toBe("other");
});

/** A server after some work: situations, answers, incidents, a clock that did not strike. */
function working({ situations = 12 } = {}) {
	const territory = smallTerritory();
	const { db } = territory;
	for (let seed = 1; seed <= situations; seed += 1) tellInStore(territory, sentToCrip, { seed });
	const now = monday + 3_600_000;
	const services = testServices({
		given: { db, version: "1.2.3", clock: { now: () => now } },
	});
	for (const route of ["routes/situations.$handle", "routes/health", undefined]) {
		for (const status of [200, 303, 404, 500]) services.vitals.noteAnswer(route, status);
	}
	if (situations > 0) {
		const stuck = stuckTimer(1, "step:gone");
		db.insert(timers)
			.values({ situationPk: 1, clock: "step:gone", stage: "soon", fireAt: monday })
			.run();
		openIncident(db, { ...stuck, reason: "clock-failed", at: now });
	}
	db.delete(outbox).run();
	return { territory, services, text: metricsText(services) };
}
