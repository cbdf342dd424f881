import { type Container, type Places, placesOf } from "#protocols/language/places.ts";
import type { Group, Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { mayLead } from "#protocols/language/references.ts";
import type { Condition, Outcome, Step, StepKind } from "#protocols/language/step.ts";

/** Chance that repeats itself: the same seed gives the same protocols. */
export function chance(seed: number) {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		below: (most: number) => Math.floor(next() * most),
		happens: (share: number) => next() < share,
		pick: <One>(list: readonly One[]): One => list[Math.floor(next() * list.length)] as One,
	};
}
type Chance = ReturnType<typeof chance>;

/** A small protocol that reads, with everything in it that the language knows. */
export function randomProtocol(seed: number): Protocol {
	const by = chance(seed);
	for (;;) {
		const read = readProtocol(draw(by));
		if (read.ok) return read.protocol;
	}
}

function draw(by: Chance): Protocol {
	let named = 0;
	const newStep = (kinds: StepKind[], place: "course" | "track" | "interruption"): Step => {
		named += 1;
		return bareStep(by, `s${named}`, by.pick(kinds), place);
	};
	const plain: StepKind[] = ["action", "action", "decision", "review", "handoff"];
	const several = (most: number, place: "course" | "track" | "interruption") =>
		Array.from({ length: 1 + by.below(most) }, () => newStep(plain, place));
	const newGroup = (id: string, depth: number): Group => ({
		id,
		title: text(id),
		completes: "all",
		to: "@end",
		tracks: ["a", "b"].map((letter) => {
			const steps = several(2, "track");
			const nested = depth === 0 && by.happens(0.12);
			const groups = nested ? [newGroup(`${id}${letter}g`, 1)] : [];
			const start = by.pick([...steps, ...groups]).id;
			return { id: `${id}${letter}`, title: text(letter), start, steps, groups };
		}),
	});
	const phases = (["identification", "orientation", "accompaniment"] as const).map((id, index) => {
		const steps = several(index === 2 ? 1 : 2, "course");
		if (index === 2) steps.push(newStep(["closure"], "course"));
		const groups = by.happens(index === 2 ? 0.75 : 0.1) ? [newGroup(`g${index}`, 0)] : [];
		return { id, start: by.pick([...steps, ...groups]).id, steps, groups };
	});
	const interruptions = Array.from({ length: by.below(2) }, (_, index) => {
		const steps = several(2, "interruption");
		const groups = by.happens(0.1) ? [newGroup(`i${index}g`, 1)] : [];
		return {
			id: `i${index}`,
			title: text(`i${index}`),
			raisedBy: "anyone" as const,
			clocks: "run" as const,
			start: by.pick([...steps, ...groups]).id,
			steps,
			groups,
		};
	});
	const protocol = {
		format: "relais-protocol/1",
		id: "random",
		title: text("random"),
		languages: ["fr"],
		roles: [
			{ id: "one", label: text("one"), external: false },
			{ id: "two", label: text("two"), external: false },
		],
		promises: [],
		phases,
		interruptions,
	} as unknown as Protocol;
	connect(by, protocol);
	return protocol;
}

const text = (fr: string) => ({ fr });
const fact = ["L0_NONE", "L1_WATCH", "L2_RISK", "L3_DANGER", "L4_IMMINENT"];

function bareStep(by: Chance, id: string, kind: StepKind, place: string): Step {
	const acceptance = by.happens(0.7);
	const asks = by.happens(0.4) && kind !== "handoff";
	return {
		id,
		kind,
		title: text(id),
		role: by.pick(["one", "two"]),
		participants: [],
		delay: { n: 1 + by.below(9), unit: "working-days", basis: "proposal" },
		guidance: text(place),
		questions: asks ? [by.pick(["concern_level", "information_given"] as const)] : [],
		outcomes: [],
		...(kind === "handoff"
			? {
					handoff: {
						to: "two",
						mode: "app" as const,
						urgency: "urgent" as const,
						asks: "ASSESS" as const,
						goesOn: acceptance ? ("acceptance" as const) : ("outcome" as const),
						recipients: 1,
					},
				}
			: {}),
	};
}

/** Gives every step outcomes that lead to places where they may lead, and every group its way on. */
function connect(by: Chance, protocol: Protocol): void {
	const places = placesOf(protocol);
	const everywhere = [...places.steps.keys(), ...places.groups.keys(), "@end", "@over", "@closed"];
	for (const { group, container } of places.groups.values()) {
		group.to = wayOn(
			by,
			container,
			everywhere.filter((to) => {
				return to !== group.id && groupMayLead(places, container, to);
			}),
		);
	}
	for (const { step, container } of places.steps.values()) {
		const legal = everywhere.filter((to) => mayLead(places, { container, kind: step.kind }, to));
		const near = legal.filter((to) => to.startsWith("@") || isNear(container, to));
		const count = step.kind === "handoff" ? 2 : 1 + by.below(3);
		const drawing = { by, protocol, places, step, container, legal, near };
		step.outcomes = Array.from({ length: count }, (_, index) => drawOutcome(drawing, index));
		if (by.happens(0.15)) {
			step.rounds = { most: 1 + by.below(2), beyond: step.outcomes[0]?.code ?? "" };
		}
	}
}

function wayOn(by: Chance, { kind, steps }: Container, legal: string[]): string {
	const closing = kind === "phase" && by.happens(0.7) ? steps.at(-1)?.id : undefined;
	return closing ?? by.pick(legal);
}

type Drawing = {
	by: Chance;
	protocol: Protocol;
	places: Places;
	step: Step;
	container: Container;
	legal: string[];
	near: string[];
};

/** The first outcome mostly goes on; the others go anywhere, some under a condition. */
function drawOutcome({ by, protocol, places, step, ...where }: Drawing, index: number): Outcome {
	const to = drawTarget({ by, protocol, places, step, ...where }, index);
	const when = by.happens(index === 0 ? 0.2 : 0.35) ? condition(by, places, step) : undefined;
	const raises = by.happens(0.1) ? protocol.interruptions[0]?.id : undefined;
	const course = places.containers
		.filter(({ kind }) => kind === "phase")
		.flatMap(({ steps, groups }) => [...steps, ...groups].map(({ id }) => id));
	const leads = to === "@over" && by.happens(0.3) ? by.pick(course) : undefined;
	const extra = { when, raises, leads };
	const said = Object.entries(extra).filter(([, value]) => value !== undefined);
	const code = outcomeCode(step, index);
	return { code, label: text(`o${index}`), to, ...Object.fromEntries(said) };
}

function drawTarget(
	{ by, protocol, step, container, legal, near }: Drawing,
	index: number,
): string {
	const onward = index === 0 && by.happens(0.85) ? next(container, step, protocol) : undefined;
	if (onward && legal.includes(onward)) return onward;
	return by.pick(by.happens(0.6) && near.length > 0 ? near : legal);
}

/** What comes after a step in the order of the document. */
function next(container: Container, step: Step, { phases }: Protocol): string | undefined {
	const following = container.steps[container.steps.indexOf(step) + 1] ?? container.groups[0];
	if (following) return following.id;
	if (container.kind === "track") return "@end";
	if (container.kind === "interruption") return "@over";
	const later = phases[phases.findIndex(({ id }) => id === container.id) + 1];
	return later ? later.start : "@closed";
}

function outcomeCode({ handoff }: Step, index: number): string {
	if (!handoff) return `O${index}`;
	if (index === 0) return handoff.goesOn === "acceptance" ? "ACCEPTED" : "COMPLETED";
	return "REFUSED";
}

function isNear({ steps, groups }: Container, to: string): boolean {
	return [...steps, ...groups].some(({ id }) => id === to);
}

function groupMayLead(places: Places, container: Container, to: string) {
	return to !== "@closed" && mayLead(places, { container, kind: "action" }, to);
}

function condition(by: Chance, places: Places, step: Step): Condition | undefined {
	const track = by.pick([...places.tracks.values(), undefined]);
	const reached = track && by.pick(track.steps).id;
	if (track && reached && by.happens(0.5)) return { track: track.id, reached };
	const own = by.pick(step.questions);
	if (own === "information_given" || (!own && by.happens(0.2))) {
		return { fact: "information_given", in: [by.pick(["MINOR_YES", "HOLDERS_YES"])] };
	}
	const from = by.below(fact.length);
	return { fact: "concern_level", in: fact.slice(from, from + 1 + by.below(3)) };
}
