import { expect, test } from "vitest";
import { checkProtocol } from "#protocols/checker/check-protocol.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { compiledModels } from "#protocols/compiler/compiled-models.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readStory } from "#protocols/simulator/read-story.ts";
import { simulate } from "#protocols/simulator/simulate.ts";
import { presentChecks } from "./present-checks.ts";

const open = [1, 2, 3, 4, 5];
const facts = {
	structuresHolding: (role: string) =>
		role === "care" ? [] : [{ id: role, name: `Structure ${role}`, openOn: open.slice(1) }],
};

test("a finding leads to its part, and its story is one that the simulator accepts and plays", () => {
	const compiled = compileProtocol(withTrap());

	const { errors } = view(compiled, "fr").findings;

	const [trap] = errors;
	expect(trap?.sentence).toContain("la situation ne peut plus être close");
	expect(trap?.part).toEqual({
		name: "Première analyse",
		to: "/studio/d1?open=step%3Afirst-analysis",
	});
	expect(trap?.told.at(-1)).toBe(
		"La structure dans le rôle « CRIP » répond à « Première analyse » : Ailleurs.",
	);
	const story = readStory(trap?.story ?? "");
	if (!story) throw new Error("The finding tells a story.");
	expect(simulate(compiled, story).refused).toBeUndefined();
});

test("a milestone shows its way, what is promised and whether that holds", () => {
	const contact = view(example(), "en").budget.find(
		({ milestone }) => milestone === "first-contact",
	);

	expect(contact).toMatchObject({
		name: "First contact",
		promised: "10\u00a0working days",
		state: "exceeded",
	});
	expect(contact?.path.map(({ title }) => title)).toEqual([
		"Receive the sign",
		"Keep a dated watch",
		"Send the concern report",
		"First analysis",
		"First contact",
	]);
});

test("roles that nobody holds, and days on which nobody is there, are named", () => {
	const { coverage } = view(example(), "fr");

	expect(coverage.map(({ role, gap, closedOn }) => [role, gap, closedOn])).toEqual([
		["Professionnel qui repère", "weekday", ["lundi"]],
		["CRIP", "weekday", ["lundi"]],
		["Référent de parcours", "weekday", ["lundi"]],
		["Acteur de soin", "none", []],
	]);
});

function view(compiled: ReturnType<typeof example>, language: "fr" | "en") {
	const findings = checkProtocol(compiled);
	return presentChecks({ draftId: "d1", compiled, findings, facts, workDays: open, language });
}

function example() {
	const first = compiledModels[0]?.[1];
	if (!first) throw new Error("The catalogue is empty.");
	return first;
}

/** The short example with an outcome that leads to a step from which nothing leads on. */
function withTrap(): Protocol {
	const protocol = structuredClone(example().protocol);
	const [, analysis] = protocol.phases[1].steps;
	const [closing] = protocol.phases[2].steps;
	if (!analysis || !closing) throw new Error("The example has an analysis and a closure.");
	const label = { fr: "Ailleurs", en: "Elsewhere" };
	analysis.outcomes.push({ code: "ELSEWHERE", label, to: "nowhere" });
	protocol.phases[1].steps.push({
		...analysis,
		id: "nowhere",
		kind: "review",
		questions: [],
		outcomes: [{ code: "AGAIN", label, to: "nowhere" }],
	});
	return protocol;
}
