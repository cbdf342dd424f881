import { expect, test } from "vitest";
import { workingCalendarOf } from "#db/circumstances.ts";
import { situationPage } from "#db/situation-page.ts";
import {
	actingFor,
	beginStory,
	ownSituation,
	playToSupport,
	type SmallStory,
	scopeOf,
} from "#db/small-story.ts";
import { momentAt } from "#db/small-territory.ts";
import { placeInSmall } from "./place-in-small.ts";
import { presentSituation } from "./present-situation.ts";

/** Every name that the page of a situation may carry: a new one is a decision about privacy. */
const allowed = [
	...["handle", "alias", "code", "closed", "ending", "inactive", "openedAt", "timeZone", "now"],
	...["held", "part", "title", "who", "since", "own", "name", "role", "phone"],
	...["todo", "unbound", "elsewhere", "id", "kind", "roleId", "handedOff", "place", "due"],
	...["unit", "n", "at", "later", "help", "guidance", "delay", "why", "by", "outcome"],
	...["recipient", "external", "running", "pauses", "offered", "danger"],
	...["handoffs", "step", "state", "ended", "side", "urgency", "other", "stage"],
	...["tasks", "stepId", "awaited", "beside", "unmatched", "continues"],
	...["history", "position", "colleague", "about", "answers", "act", "names", "correctable"],
	...["partners", "states", "count"],
	...["reason", "bySystem", "purgeAt", "activeAt", "closesAt", "mayAnswer"],
	...["facts", "field", "label", "values", "roles", "mayChange", "lead", "steers", "heavy"],
];

test("the page carries the names that it may, and no other", () => {
	const story = beginStory();
	playToSupport(story);

	const carried = ["spotter", "crip"].flatMap((structure) => namesIn(view(story, structure)));

	expect([...new Set(carried)].filter((name) => !allowed.includes(name))).toEqual([]);
});

test("another structure's answers are not in what is sent, in either language", () => {
	const story = beginStory();
	playToSupport(story);

	for (const language of ["fr", "en"] as const) {
		const { facts: _, ...sent } = view(story, "spotter", language);
		expect(JSON.stringify(sent)).not.toMatch(/L3_DANGER|"Danger"/);
	}
});

test("the latest thing comes first, and one's own entries say who made them", () => {
	const story = beginStory();
	playToSupport(story);

	const { history } = view(story, "spotter");

	expect(history[0]?.position).toBeGreaterThan(history.at(-1)?.position ?? 0);
	expect(history.at(-1)).toMatchObject({ kind: "opened", colleague: "spotter" });
});

test("the small line names all open steps while they are few, and one's own when they are many", () => {
	const steps = ["a", "b", "c", "d"].map((id) => ({ id, own: id === "b" }));
	const open = steps.map(({ id: stepId }) => ({ stepId, state: "here" as const }));
	const page = (count: number) =>
		({ place: { open: open.slice(0, count) }, steps }) as unknown as Parameters<
			typeof placeInSmall
		>[0];

	expect(placeInSmall(page(3)).open).toHaveLength(3);
	expect(placeInSmall(page(4)).open.map(({ stepId }) => stepId)).toEqual(["b"]);
});

function view(story: SmallStory, structureId: string, language: "fr" | "en" = "fr") {
	const page = situationPage(story.db, ownSituation(story, structureId), {
		scope: scopeOf(story, structureId),
		acting: actingFor(structureId),
		moment: momentAt(story.now),
	});
	const calendar = workingCalendarOf(story.db, story.territoryId);
	return presentSituation(page, { language, calendar, now: story.now });
}

function namesIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(namesIn);
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}
