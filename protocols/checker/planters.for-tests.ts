import { placesOf } from "#protocols/language/places.ts";
import type { Protocol, Track } from "#protocols/language/protocol.ts";
import type { Step } from "#protocols/language/step.ts";
import type { FindingCode } from "./finding.ts";
import type { chance } from "./random-protocol.for-tests.ts";
import type { TerritoryFacts } from "./rule.ts";
import { bare, handoffStep, to } from "./sound-protocol.for-tests.ts";

/** Plants one fault into a sound protocol, and says which part the finding must name. */
export type Planter = (protocol: Protocol, by: ReturnType<typeof chance>) => Planted;
export type Planted = { part: string; territory?: TerritoryFacts };

const open = [1, 2, 3, 4, 5];
const manned = (without?: string): TerritoryFacts => ({
	structuresHolding: (role) =>
		role === without ? [] : ["a", "b"].map((id) => ({ id, name: id, openOn: open })),
	seemsToName: ({ fr }) => fr.includes("Camille"),
});

const stepOf = (protocol: Protocol, id: string) => placesOf(protocol).steps.get(id)?.step as Step;
const tracksOf = ({ phases }: Protocol) => phases[2].groups[0]?.tracks as Track[];

function anyStep(protocol: Protocol, by: ReturnType<typeof chance>): Step {
	return by.pick([...placesOf(protocol).steps.values()].map(({ step }) => step));
}

/** A step of the course or of a track that people answer themselves. */
function answered(protocol: Protocol, by: ReturnType<typeof chance>): Step {
	const places = placesOf(protocol);
	return by.pick(
		[...places.steps.values()]
			.filter(({ step, container }) => !step.handoff && !container.interruption)
			.filter(({ step }) => step.kind !== "closure")
			.map(({ step }) => step),
	);
}

export const planters: Record<FindingCode, Planter> = {
	"unreachable-step": (protocol, by) => {
		const container = by.pick([protocol.phases[0], ...tracksOf(protocol)]);
		container.steps.push({
			...bare("lost", "action", "lead"),
			outcomes: [to("DONE", container.start)],
		});
		return { part: "step:lost" };
	},
	trap: (protocol, by) => {
		const container = by.pick([protocol.phases[0], protocol.phases[1], ...tracksOf(protocol)]);
		const from = by.pick(container.steps.filter(({ handoff }) => !handoff));
		from.outcomes.push(to("FALL", "stuck"));
		container.steps.push({ ...bare("stuck", "review", "lead"), outcomes: [to("AGAIN", "stuck")] });
		return { part: `step:${from.id}` };
	},
	"tracks-wait-for-each-other": (protocol) => {
		const [left, right] = tracksOf(protocol) as [Track, Track];
		for (const [track, other, waits, reached] of [
			[left, right, "wait-left", "then-left"],
			[right, left, "wait-right", "then-right"],
		] as const) {
			const awaited = reached === "then-left" ? "then-right" : "then-left";
			const last = track.steps.at(-1) as Step;
			(last.outcomes[0] as { to: string }).to = waits;
			track.steps.push(
				{
					...bare(waits, "action", "lead"),
					outcomes: [{ ...to("DONE", reached), when: { track: other.id, reached: awaited } }],
				},
				{ ...bare(reached, "action", "lead"), outcomes: [to("DONE", "@end")] },
			);
		}
		return { part: "step:wait-left" };
	},
	"group-never-completes": (protocol, by) => {
		const track = by.pick(tracksOf(protocol));
		const last = track.steps.at(-1) as Step;
		last.outcomes = [to("AGAIN", last.id)];
		last.kind = "review";
		return { part: "group:support" };
	},
	"silent-side": (protocol) => without(protocol, "NO_ACK"),
	"refusal-without-way-out": (protocol) => without(protocol, "REFUSED"),
	"danger-unavailable": (protocol, by) => {
		const danger = protocol.interruptions[0];
		if (danger && by.happens(0.5)) {
			danger.raisedBy = ["spotter"];
			return { part: "interruption:immediate-danger" };
		}
		protocol.interruptions.shift();
		return { part: "protocol" };
	},
	"runaway-without-return": (protocol) => {
		stepOf(protocol, "welcome").outcomes = [to("RESUME", "keep-bond")];
		return { part: "interruption:runaway" };
	},
	"no-responsible-role": (protocol) => {
		const runaway = protocol.interruptions[1];
		if (runaway) runaway.raisedBy = ["police"];
		return { part: "interruption:runaway" };
	},
	"role-without-structure": (_, by) => {
		const role = by.pick(["spotter", "lead"]);
		return { part: `role:${role}`, territory: manned(role) };
	},
	"names-a-person": (protocol, by) => {
		const step = anyStep(protocol, by);
		step.guidance = { fr: "Appeler Camille.", en: "Call." };
		return { part: `step:${step.id}`, territory: manned() };
	},
	"delay-above-law": (protocol, by) => {
		const step = anyStep(protocol, by);
		step.delay = { n: 120, unit: "calendar-days", basis: "law", reference: "CASF D226-2-4" };
		return { part: `step:${step.id}` };
	},
	"promise-exceeded": (protocol, by) => {
		const milestone = by.pick(["first-acknowledgement", "closure"] as const);
		protocol.promises = [{ milestone, within: { n: 1, unit: "clock-hours" } }];
		return { part: "protocol" };
	},
	"delay-without-basis": (protocol, by) => {
		const step = anyStep(protocol, by);
		step.delay = { n: 1, unit: "working-days", basis: "example" };
		return { part: `step:${step.id}` };
	},
	"handoff-without-delay": (protocol) => {
		delete stepOf(protocol, "pass-on").handoff?.delays;
		return { part: "step:pass-on" };
	},
	"incomplete-conditions": (protocol, by) => {
		const step = answered(protocol, by);
		step.questions = ["concern_level"];
		for (const outcome of step.outcomes) {
			outcome.when = { fact: "concern_level", in: ["L0_NONE", "L1_WATCH"] };
		}
		return { part: `step:${step.id}` };
	},
	"overlapping-conditions": (protocol, by) => {
		const step = answered(protocol, by);
		step.questions = ["concern_level"];
		const [first] = step.outcomes;
		if (!first) throw new Error("A step has an outcome.");
		step.outcomes.push(
			{ ...first, code: "HIGH", when: { fact: "concern_level", in: ["L2_RISK", "L3_DANGER"] } },
			{ ...first, code: "TOP", when: { fact: "concern_level", in: ["L3_DANGER", "L4_IMMINENT"] } },
		);
		return { part: `step:${step.id}` };
	},
	"outcome-never-used": (protocol, by) => {
		const step = answered(protocol, by);
		const target = step.outcomes[0]?.to ?? "@end";
		step.outcomes.push({ ...to("NEVER", target), when: { fact: "gender", in: ["F"] } });
		return { part: `step:${step.id}` };
	},
	"endless-loop": (protocol, by) => {
		const track = by.pick(tracksOf(protocol));
		const last = track.steps.at(-1) as Step;
		(last.outcomes[0] as { to: string }).to = "turn-a";
		track.steps.push(
			{ ...bare("turn-a", "action", "lead"), outcomes: [to("ON", "turn-b"), to("OUT", "@end")] },
			{ ...bare("turn-b", "action", "lead"), outcomes: [to("BACK", "turn-a")] },
		);
		return { part: "step:turn-a" };
	},
	"phase-skipped": (protocol) => {
		const last = protocol.phases[0].steps.at(-1) as Step;
		last.outcomes = [to("DONE", "support")];
		return { part: "phase:orientation" };
	},
	"closure-with-open-handoff": (protocol) => {
		const [left, right] = tracksOf(protocol) as [Track, Track];
		right.steps.push(handoffStep("ask", "lead", "partner", "@end", "app", "outcome"));
		(right.steps[0] as Step).outcomes.push(to("ASK", "ask"));
		const last = left.steps.at(-1) as Step;
		last.outcomes.push(to("END_ALL", "close"));
		return { part: `step:${last.id}` };
	},
	"external-without-declared-acknowledgement": (protocol) => {
		delete stepOf(protocol, "report").handoff?.delays;
		return { part: "step:report" };
	},
	"too-many-questions": (protocol, by) => {
		const step = anyStep(protocol, by);
		step.questions = ["age_band", "concern_level", "adhesion", "formal_route", "gender"];
		return { part: `step:${step.id}` };
	},
	"missing-translation": (protocol, by) => {
		const step = anyStep(protocol, by);
		step.title = { fr: "Sans anglais" };
		return { part: `step:${step.id}` };
	},
	"too-entangled": (protocol) => {
		const tracks = tracksOf(protocol);
		for (const [index, track] of tracks.entries()) {
			const other = tracks[(index + 1) % tracks.length] as Track;
			(track.steps.at(-1)?.outcomes[0] as { to: string }).to = `${track.id}-knot-0`;
			track.steps.push(...knots(track.id, other.id));
		}
		return { part: "protocol" };
	},
};

/** Steps in a row that each look at the same step of another track, and lead back to the first. */
function knots(own: string, other: string): Step[] {
	return Array.from({ length: 24 }, (_, place) => {
		const next = place === 23 ? "@end" : `${own}-knot-${place + 1}`;
		const when = { track: other, reached: `${other}-knot-${place}` };
		const outcomes = [to("ON", next), to("BACK", `${own}-knot-0`), { ...to("SEEN", next), when }];
		return { ...bare(`${own}-knot-${place}`, "review", "lead"), outcomes };
	});
}

function without(protocol: Protocol, code: string): Planted {
	const step = stepOf(protocol, "pass-on");
	step.outcomes = step.outcomes.filter((outcome) => outcome.code !== code);
	return { part: "step:pass-on" };
}
