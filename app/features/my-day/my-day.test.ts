import { expect, test } from "vitest";
import type { StuckHandoff } from "#db/arbitration-list.ts";
import type { HandoffWork } from "#db/work-list.ts";
import type { StepWork } from "#db/work-steps.ts";
import { listAsked } from "./list-asked.ts";
import {
	arbitrationSection,
	handoffSection,
	type Reading,
	recalledSection,
	stepSection,
} from "./my-day.ts";

// Monday 23 November 2026, 10:00 in Paris.
const now = Date.UTC(2026, 10, 23, 9);
const hour = 3_600_000;

test("a handoff is a row of words: whose situation, which step, how urgent, how long", () => {
	const { rows } = handoffSection("drafts", { rows: [handoff], more: false }, reading);

	expect(rows).toEqual([
		{
			to: "/handoffs/abc",
			name: "Cèdre – Compas",
			step: "Transmettre",
			urgency: "urgente",
			due: { kind: "ahead", unit: "hours", n: 3, at: handoff.dueAt, later: false },
		},
	]);
});

test("a line that was not received yet is called by the two words that are said on the telephone", () => {
	const listed = { rows: [handoff], more: false };

	expect(handoffSection("acknowledge", listed, reading).rows[0]?.name).toBe("loutre, brume");
	expect(recalledSection([{ ...handoff }], reading).rows[0]?.name).toBe("loutre, brume");
});

test("the sender reads that the recipient has not found the line", () => {
	const listed = { rows: [{ ...handoff, unmatched: true }], more: false };

	expect(handoffSection("returns", listed, reading).rows[0]).toMatchObject({ unmatched: true });
});

test("the state is said where the title of the list does not say it already", () => {
	const listed = { rows: [{ ...handoff, state: "declined" as const }], more: false };

	expect(handoffSection("returns", listed, reading).rows[0]?.state).toBe("declined");
	expect(handoffSection("acknowledge", listed, reading).rows[0]).not.toHaveProperty("state");
});

test("steps whose clock stands still come after those that run", () => {
	const listed = { rows: [{ ...step, alias: "A", paused: true }, step], more: false };

	const { rows } = stepSection("steps", listed, reading);

	expect(rows.map(({ name, due }) => [name, due?.kind])).toEqual([
		["Cèdre – Compas", "late"],
		["A", "paused"],
	]);
});

test("a step that nobody carries leads to the choice, with the role that is missing", () => {
	const { rows } = stepSection("unbound", { rows: [step], more: false }, reading);

	expect(rows[0]).toMatchObject({ to: "/situations/abc/roles/crip", role: "CRIP" });
});

test("a coordinator reads structures, by their role where a name protects somebody", () => {
	const { rows } = arbitrationSection({ rows: [stuck], more: false }, reading);

	expect(rows[0]?.name).toBe("Collège du Saule → Lieu d'accueil");
});

test("an address names one list and a page that exists, or all lists", () => {
	const asked = (query: string) => listAsked(`http://localhost/my-day${query}`);

	expect(asked("?list=steps&page=3")).toEqual({ only: "steps", page: 3 });
	expect(asked("?list=everything&page=-1")).toEqual({ only: undefined, page: 1 });
	expect(asked("?list=steps&page=1e9")).toEqual({ only: "steps", page: 1 });
});

const reading: Reading = {
	language: "fr",
	now,
	calendar: {
		timeZone: "Europe/Paris",
		holidays: "metropole",
		office: { startMinute: 540, endMinute: 1080 },
		workDays: [1, 2, 3, 4, 5],
		closedDates: [],
		openDates: [],
	},
};

const handoff: HandoffWork = {
	handle: "abc",
	alias: "Cèdre – Compas",
	words: "loutre, brume",
	unmatched: false,
	step: { fr: "Transmettre" },
	urgency: "urgent",
	state: "sent",
	dueAt: now + 3 * hour,
	unit: "working-hours",
};

const step: StepWork = {
	handle: "abc",
	alias: "Cèdre – Compas",
	stepId: "first-analysis",
	roleId: "crip",
	step: { fr: "Première analyse" },
	role: { fr: "CRIP" },
	dueAt: now - hour,
	unit: "working-days",
	paused: false,
};

const stuck: StuckHandoff = {
	...handoff,
	from: "Collège du Saule",
	to: null,
	fromRole: { fr: "Professionnel" },
	toRole: { fr: "Lieu d'accueil" },
	state: "unanswered",
};
