import { expect, test } from "vitest";
import type { Standing } from "../policy.server.ts";
import { verdictOf } from "./decide.ts";
import { relations } from "./relations.ts";
import { policyTable } from "./table.ts";

const duties = ["professional", "coordinator", "animator", "administrator", "auditor"] as const;

test("whoever has no relation to a situation or a handoff opens nothing of it", () => {
	for (const [routeId, { about }] of Object.entries(policyTable)) {
		if (about !== "situation" && about !== "handoff") continue;
		for (const duty of duties) {
			for (const relation of ["none", "elsewhere"]) {
				const standing = { duty, reception: true, manager: true };
				expect(verdictOf(routeId, "GET", standing, relation), routeId).not.toBe("opens");
				expect(verdictOf(routeId, "POST", standing, relation), routeId).not.toBe("opens");
			}
		}
	}
});

test("a structure that was only asked opens the handoff, and not the situation", () => {
	expect(verdictOf("routes/situations.$handle", "GET", standing("professional"), "asked")).toBe(
		"absent",
	);
	expect(
		verdictOf("routes/handoffs.$handle._index", "GET", standing("professional"), "recipient"),
	).toBe("opens");
});

test("a coordinator opens the handoffs of the territory, and situations only as a participant", () => {
	const coordinator = standing("coordinator");

	expect(verdictOf("routes/handoffs.$handle._index", "GET", coordinator, "coordinator")).toBe(
		"opens",
	);
	expect(verdictOf("routes/situations.$handle", "GET", coordinator, "none")).toBe("absent");
	expect(verdictOf("routes/situations.$handle", "GET", coordinator, "participant")).toBe("opens");
});

test.each(["animator", "administrator", "auditor"] as const)(
	"the %s opens no situation, not even one in which their structure takes part",
	(duty) => {
		for (const relation of Object.keys(relations.situation)) {
			expect(verdictOf("routes/situations.$handle", "GET", standing(duty), relation)).toBe(
				"absent",
			);
		}
	},
);

test("nobody, and whoever is halfway in, is led to the door", () => {
	for (const asker of ["nobody", "halfway", "locked"] as const) {
		expect(verdictOf("routes/my-day", "GET", asker, "own")).toBe("led");
		expect(verdictOf("routes/situations.$handle", "GET", asker, "lead")).toBe("led");
	}
	expect(verdictOf("routes/sign-in", "GET", standing("professional"), "own")).toBe("led");
});

test("what the table does not know of is refused, whatever it is called", () => {
	for (const routeId of ["routes/nowhere", "toString", "__proto__", ""]) {
		expect(verdictOf(routeId, "GET", standing("administrator"), "own")).toBe("refused");
	}
	expect(verdictOf("routes/my-day", "POST", standing("professional"), "own")).toBe("wrong-way");
});

test("every relation that an entry names is one of its subject", () => {
	for (const [routeId, entry] of Object.entries(policyTable)) {
		const named = [...(entry.GET?.to ?? []), ...(entry.POST?.to ?? [])];
		for (const relation of named)
			expect(Object.keys(relations[entry.about]), routeId).toContain(relation);
	}
});

function standing(duty: Standing["duty"]): Standing {
	return { duty, reception: false, manager: false };
}
