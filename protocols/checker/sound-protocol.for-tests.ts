import type { Group, Interruption, Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { HandoffTerms, Outcome, Step, StepKind } from "#protocols/language/step.ts";
import { chance } from "./random-protocol.for-tests.ts";

type Chance = ReturnType<typeof chance>;

/** A protocol of any small size in which the checker finds nothing at all. */
export function soundProtocol(seed: number): Protocol {
	const by = chance(seed);
	const begin = chain(by, "begin", "spotter", "pass-on");
	const orient = [
		handoffStep("pass-on", "spotter", "lead", "decide-route"),
		{ ...bare("decide-route", "decision", "lead"), outcomes: [to("DONE", "support")] },
	];
	const read = readProtocol({
		format: "relais-protocol/1",
		id: "sound",
		title: text("sound"),
		languages: ["fr", "en"],
		roles: [role("spotter"), role("lead"), role("partner"), role("police", true)],
		promises: [{ milestone: "closure", within: { n: 1000, unit: "calendar-days" } }],
		phases: [
			{ id: "identification", start: "begin-1", steps: begin, groups: [] },
			{ id: "orientation", start: "pass-on", steps: orient, groups: [] },
			{ id: "accompaniment", start: "support", steps: [closing()], groups: [support(by)] },
		],
		interruptions: [danger(), runaway()],
	});
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return read.protocol;
}

const closing = (): Step => ({
	...bare("close", "closure", "lead"),
	outcomes: [to("CLOSED", "@closed"), to("GO_ON", "support")],
});

function support(by: Chance): Group {
	const letters = ["care", "justice", "family"].slice(0, 2 + by.below(2));
	const tracks = letters.map((letter) => {
		const steps = chain(by, letter, "lead", "@end");
		const first = steps[0] as Step;
		return { id: letter, start: first.id, steps };
	});
	return { id: "support", title: text("support"), completes: "all", to: "close", tracks };
}

/** Steps in a row, the last leading on to a place. */
function chain(by: Chance, name: string, who: string, end: string): Step[] {
	const length = 1 + by.below(3);
	return Array.from({ length }, (_, index) => {
		const next = index === length - 1 ? end : `${name}-${index + 2}`;
		const kind = by.pick<StepKind>(["action", "decision", "review"]);
		const again = kind === "review" && by.happens(0.5) ? [to("AGAIN", `${name}-${index + 1}`)] : [];
		return { ...bare(`${name}-${index + 1}`, kind, who), outcomes: [to("DONE", next), ...again] };
	});
}

function danger(): Interruption {
	const report = handoffStep("report", "spotter", "police", "@over", "external");
	const call = { ...bare("call", "action", "spotter"), outcomes: [to("SAFE", "report")] };
	return interruption("immediate-danger", [call, report]);
}

function runaway(): Interruption {
	const bond = bare("keep-bond", "review", "lead");
	const welcome = bare("welcome", "action", "lead");
	return interruption("runaway", [
		{ ...bond, outcomes: [to("AWAY", "keep-bond"), to("BACK", "welcome")] },
		{ ...welcome, outcomes: [to("RESUME", "@over")] },
	]);
}

function interruption(id: string, steps: Step[]): Interruption {
	const [first] = steps;
	return {
		id,
		title: text(id),
		raisedBy: "anyone",
		clocks: "run",
		start: first?.id ?? "",
		steps,
	};
}

export const text = (words: string) => ({ fr: words, en: words });

export const to = (code: string, target: string): Outcome => ({
	code,
	label: text(code.toLowerCase()),
	to: target,
});

const role = (id: string, external = false) => ({ id, label: text(id), external });

/** A step with everything but outcomes. */
export function bare(id: string, kind: StepKind, who: string): Step {
	return {
		id,
		kind,
		title: text(id),
		role: who,
		participants: [],
		delay: { n: 1, unit: "working-days", basis: "proposal" },
		guidance: text("guidance"),
		questions: [],
		outcomes: [],
	};
}

/** A handoff with an answer to everything that may become of it; asking again is a decision. */
export function handoffStep(
	id: string,
	who: string,
	recipient: string,
	next: string,
	mode: HandoffTerms["mode"] = "app",
	goesOn: HandoffTerms["goesOn"] = "acceptance",
): Step {
	const success = goesOn === "acceptance" ? "ACCEPTED" : "COMPLETED";
	return {
		...bare(id, "handoff", who),
		handoff: {
			to: recipient,
			mode,
			urgency: "standard",
			asks: "ASSESS",
			goesOn,
			recipients: 1,
			delays: { acknowledge: { n: 1, unit: "working-days" } },
		},
		outcomes: [to(success, next), to("REFUSED", id), to("NO_ACK", id)],
	};
}
