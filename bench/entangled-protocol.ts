import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import { type Protocol, phaseIds } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Outcome, Step } from "#protocols/language/step.ts";

const to = (code: string, target: string): Outcome => ({ code, label: { fr: code }, to: target });

/**
 * Four tracks of so many steps each. They turn back now and then, one step in each leaves the group,
 * two of them look at the track beside; one step is reached by nothing. Two interruptions run beside.
 */
export function entangledProtocol(perTrack: number): CompiledProtocol {
	const tracks = [0, 1, 2, 3].map((track) => ({
		id: `track-${track}`,
		title: { fr: `Axe ${track}` },
		start: nameOf(track, 0),
		steps: Array.from({ length: perTrack }, (_, place) => stepOf(track, place, perTrack)),
	}));
	const lost = bare("lost", [to("DONE", "close")]);
	const read = readProtocol({
		format: "relais-protocol/1",
		id: "entangled",
		title: { fr: "Axes qui se regardent" },
		languages: ["fr"],
		roles: [{ id: "lead", label: { fr: "Référent" }, external: false }],
		promises: [],
		phases: [
			{ id: phaseIds[0], start: "sign", steps: [bare("sign", [to("ON", "route")])], groups: [] },
			{
				id: phaseIds[1],
				start: "route",
				steps: [bare("route", [to("ON", "support")])],
				groups: [],
			},
			{
				id: phaseIds[2],
				start: "support",
				steps: [{ ...bare("close", [to("CLOSED", "@closed")]), kind: "closure" }, lost],
				groups: [
					{ id: "support", title: { fr: "Accompagner" }, completes: "all", to: "close", tracks },
				],
			},
		],
		interruptions: [
			interruption("immediate-danger", "call", "@over"),
			interruption("runaway", "bond", "@over"),
		],
	});
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return compileProtocol(read.protocol);
}

const nameOf = (track: number, place: number) => `s-${track}-${place}`;

function stepOf(track: number, place: number, perTrack: number): Step {
	const last = place === perTrack - 1;
	const onward = to("ON", last ? "@end" : nameOf(track, place + 1));
	const back = place % 7 === 6 ? [to("BACK", nameOf(track, place - 6))] : [];
	const leaves = place === Math.floor(perTrack / 2) ? [to("PLAN", "route")] : [];
	// Two tracks say at their end whether the one before them has come halfway.
	const beside = (track + 3) % 4;
	const seen = nameOf(beside, Math.floor(perTrack / 2));
	const looks: Outcome[] =
		last && track < 2
			? [{ ...to("SEEN", "@end"), when: { track: `track-${beside}`, reached: seen } }]
			: [];
	return bare(nameOf(track, place), [onward, ...back, ...leaves, ...looks]);
}

function interruption(id: string, step: string, end: string): Protocol["interruptions"][number] {
	return {
		id,
		title: { fr: id },
		raisedBy: "anyone",
		clocks: "run",
		start: step,
		steps: [bare(step, [to("DONE", end)])],
	};
}

function bare(id: string, outcomes: Outcome[]): Step {
	return {
		id,
		kind: "review",
		title: { fr: id },
		role: "lead",
		participants: [],
		delay: { n: 1, unit: "working-days", basis: "proposal" },
		guidance: { fr: id },
		questions: [],
		outcomes,
	};
}
