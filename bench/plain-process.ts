import { type Protocol, phaseIds } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Step } from "#protocols/language/step.ts";

/*
 * One process, written twice: two steps, then four tracks side by side, then a closing step. As many
 * steps as a territory's protocol has; no condition, no way back, so that both mean the same.
 */

const tracks = 4;
const perTrack = 10;
const nameOf = (track: number, place: number) => `s-${track}-${place}`;
const everyTrack = Array.from({ length: tracks }, (_, track) => track);
const everyPlace = Array.from({ length: perTrack }, (_, place) => place);

/** The process as a protocol. */
export function processAsProtocol(): Protocol {
	const read = readProtocol({
		format: "relais-protocol/1",
		id: "plain",
		title: { fr: "Quatre axes" },
		languages: ["fr"],
		roles: [{ id: "lead", label: { fr: "Référent" }, external: false }],
		promises: [],
		phases: [
			{ id: phaseIds[0], start: "sign", steps: [stepTo("sign", "route")], groups: [] },
			{ id: phaseIds[1], start: "route", steps: [stepTo("route", "support")], groups: [] },
			{
				id: phaseIds[2],
				start: "support",
				steps: [{ ...stepTo("close", "@closed"), kind: "closure" }],
				groups: [
					{
						id: "support",
						title: { fr: "Accompagner" },
						completes: "all",
						to: "close",
						tracks: everyTrack.map((track) => ({
							id: `track-${track}`,
							title: { fr: "Axe" },
							start: nameOf(track, 0),
							steps: everyPlace.map((place) =>
								stepTo(
									nameOf(track, place),
									place === perTrack - 1 ? "@end" : nameOf(track, place + 1),
								),
							),
						})),
					},
				],
			},
		],
		interruptions: [],
	});
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return read.protocol;
}

function stepTo(id: string, target: string): Step {
	return {
		id,
		kind: "review",
		title: { fr: "Étape" },
		role: "lead",
		participants: [],
		delay: { n: 1, unit: "working-days", basis: "proposal" },
		guidance: { fr: "Étape" },
		questions: [],
		outcomes: [{ code: "ON", label: { fr: "Suite" }, to: target }],
	};
}

/** The process as BPMN: a task for each step. */
export function processAsBpmn(): string {
	const flows = [
		["begin", "sign"],
		["sign", "route"],
		["route", "fork"],
		...everyTrack.flatMap((track) => [
			["fork", nameOf(track, 0)],
			...everyPlace.slice(1).map((place) => [nameOf(track, place - 1), nameOf(track, place)]),
			[nameOf(track, perTrack - 1), "join"],
		]),
		["join", "close"],
		["close", "end"],
	];
	const tasks = [
		"sign",
		"route",
		...everyTrack.flatMap((track) => everyPlace.map((place) => nameOf(track, place))),
		"close",
	];
	return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="plain" targetNamespace="urn:relais:bench">
	<process id="course" isExecutable="true">
		<startEvent id="begin" /><endEvent id="end" />
		<parallelGateway id="fork" /><parallelGateway id="join" />
		${tasks.map((id) => `<userTask id="${id}" />`).join("")}
		${flows.map(([from, to], index) => `<sequenceFlow id="f${index}" sourceRef="${from}" targetRef="${to}" />`).join("")}
	</process>
</definitions>`;
}

/** What is answered before a step is timed, one after the other, and the step that is timed. */
export const answeredBefore = ["sign", "route", nameOf(0, 0), nameOf(1, 0), nameOf(2, 0)];
export const timedStep = nameOf(3, 0);
