import { expect, test } from "vitest";
import { type Places, placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { endOf, type HandoffEnd, type Outcome, type Step } from "#protocols/language/step.ts";
import { type CatalogueEntry, catalogue, modelOf } from "./catalogue.ts";
import type { Act } from "./scenario.ts";

const references = catalogue.filter(({ id }) => id.startsWith("reference-"));

test("three reference protocols and the short example are shipped", () => {
	expect(catalogue.map(({ id }) => id)).toEqual([
		"example",
		"reference-a",
		"reference-b",
		"reference-c",
	]);
	expect(modelOf("reference-b")?.id).toBe("reference-b");
	expect(modelOf("nowhere")).toBeUndefined();
});

test.each(catalogue)("$id reads without an issue, under its own id", ({ id, document }) => {
	const read = readProtocol(document);

	expect(read.ok ? [] : read.issues).toEqual([]);
	expect(read.ok && read.protocol.id).toBe(id);
});

test.each(catalogue)("$id speaks French and English everywhere", ({ document }) => {
	expect(halfTranslated(document)).toEqual([]);
});

test.each(references)("$id cites a text for each delay that rests on law", (entry) => {
	const bare = stepsOf(entry).filter(
		({ delay }) => delay.basis === "law" && delay.reference === undefined,
	);

	expect(bare.map(({ id }) => id)).toEqual([]);
});

test.each(references)("$id can be interrupted by the four things that happen", (entry) => {
	const interruptions = protocolOf(entry).interruptions.map(({ id }) => id);

	expect(interruptions).toEqual(
		expect.arrayContaining(["immediate-danger", "runaway", "coming-of-age", "change-of-territory"]),
	);
});

test.each(references)("$id lets a sender go on from every answer and from silence", (entry) => {
	const stuck = stepsOf(entry).filter(({ handoff, outcomes }) => {
		if (!handoff) return false;
		const ends = outcomes.map(endOf);
		return !neededEnds(handoff).every((end) => ends.includes(end));
	});

	expect(stuck.map(({ id }) => id)).toEqual([]);
});

test.each(references)("$id asks for the reason of a closure at closure only", (entry) => {
	const asking = stepsOf(entry).filter(({ questions }) => questions.includes("closure_reason"));

	expect(asking.map(({ kind, questions }) => ({ kind, questions }))).toEqual([
		{ kind: "closure", questions: ["closure_reason"] },
	]);
});

test.each(catalogue)("$id leads to each of its steps", (entry) => {
	const reached = reachable(protocolOf(entry));

	expect(stepsOf(entry).filter(({ id }) => !reached.has(id))).toEqual([]);
});

test.each(references)(
	"$id tells at least eight stories, each under its own id",
	({ scenarios }) => {
		const ids = scenarios.map(({ id }) => id);

		expect(ids.length).toBeGreaterThanOrEqual(8);
		expect(new Set(ids).size).toBe(ids.length);
	},
);

test.each(catalogue)("$id tells stories whose every name exists", (entry) => {
	const names = namesOf(protocolOf(entry));
	const unknown = entry.scenarios.flatMap(({ id, acts, ends, opensWith = [] }) => [
		...acts.filter((act) => !names.know(act)).map((act) => ({ id, act })),
		...ends.open.filter((step) => !names.steps.has(step)).map((step) => ({ id, step })),
		...opensWith.filter((name) => !names.interruptions.has(name)).map((name) => ({ id, name })),
	]);

	expect(unknown).toEqual([]);
});

function neededEnds({ mode, goesOn }: NonNullable<Step["handoff"]>): HandoffEnd[] {
	if (mode === "external") return ["accepted", "refused"];
	return goesOn === "acceptance"
		? ["accepted", "refused", "withdrawn"]
		: ["completed", "failed", "refused", "withdrawn"];
}

function protocolOf({ document }: CatalogueEntry): Protocol {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return read.protocol;
}

function stepsOf(entry: CatalogueEntry): Step[] {
	return [...placesOf(protocolOf(entry)).steps.values()].map(({ step }) => step);
}

/** Texts that have French without English, or the reverse, wherever they stand. */
function halfTranslated(part: unknown): unknown[] {
	if (part === null || typeof part !== "object") return [];
	const isText = "fr" in part || "en" in part;
	if (isText) return "fr" in part && "en" in part ? [] : [part];
	return Object.values(part).flatMap(halfTranslated);
}

/** The steps that outcomes, groups and interruptions lead to, conditions left aside. */
function reachable(protocol: Protocol): Set<string> {
	const places = placesOf(protocol);
	const seen = new Set<string>();
	const waiting = [protocol.phases[0].start, ...protocol.interruptions.map(({ start }) => start)];
	for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
		if (seen.has(place)) continue;
		seen.add(place);
		waiting.push(...followers(places, place));
	}
	return seen;
}

function followers(places: Places, place: string): string[] {
	const group = places.groups.get(place)?.group;
	if (group) return [group.to, ...group.tracks.map(({ start }) => start)];
	const outcomes = places.steps.get(place)?.step.outcomes ?? [];
	return outcomes.flatMap(({ to, leads }) => (leads ? [to, leads] : [to]));
}

function namesOf(protocol: Protocol) {
	const { steps } = placesOf(protocol);
	const roles = new Set(protocol.roles.filter(({ external }) => !external).map(({ id }) => id));
	const interruptions = new Set(protocol.interruptions.map(({ id }) => id));
	const has = (stepId: string, code?: string) => {
		const outcomes: Outcome[] | undefined = steps.get(stepId)?.step.outcomes;
		return code === undefined
			? outcomes !== undefined
			: outcomes?.some((outcome) => outcome.code === code) === true;
	};
	const know = (act: Act): boolean => {
		if ("waits" in act) return true;
		if (!roles.has(act.by)) return false;
		if ("raises" in act) return interruptions.has(act.raises);
		if ("handsOff" in act) return steps.get(act.handsOff)?.step.handoff !== undefined;
		return "answers" in act ? has(act.answers, act.outcome) : has(act.onHandoff, act.outcome);
	};
	return { steps, interruptions, know };
}
