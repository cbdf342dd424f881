import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { type CompiledProtocol, compileProtocol } from "./compile.ts";

/** Every protocol of the catalogue, compiled: for the tests of what is made of them. */
export const compiledModels: [id: string, compiled: CompiledProtocol][] = catalogue.map(
	({ id, document }) => [id, compiledFrom(document)],
);

/** A protocol of so many steps in four tracks, every step a way back to the first. */
export function compiledLarge(steps: number): CompiledProtocol {
	const perTrack = steps / 4;
	const tracks = [0, 1, 2, 3].map((track) => ({
		id: `track-${track}`,
		title: { fr: `Axe ${track}` },
		start: `step-${track}-0`,
		steps: Array.from({ length: perTrack }, (_, place) => ({
			...plainStep(`step-${track}-${place}`),
			outcomes: [
				{
					code: "DONE",
					label: { fr: "Fait" },
					to: place + 1 < perTrack ? `step-${track}-${place + 1}` : "@end",
				},
				{ code: "BACK", label: { fr: "Revenir" }, to: `step-${track}-0` },
			],
		})),
	}));
	const go = (to: string) => [{ code: "DONE", label: { fr: "Fait" }, to }];
	return compiledFrom({
		format: "relais-protocol/1",
		id: "large",
		title: { fr: "Grand protocole" },
		languages: ["fr"],
		roles: [{ id: "team", label: { fr: "Équipe" }, external: false }],
		promises: [],
		phases: [
			{
				id: "identification",
				start: "notice",
				steps: [{ ...plainStep("notice"), outcomes: go("orient") }],
				groups: [],
			},
			{
				id: "orientation",
				start: "orient",
				steps: [{ ...plainStep("orient"), outcomes: go("together") }],
				groups: [],
			},
			{
				id: "accompaniment",
				start: "together",
				steps: [{ ...plainStep("close"), kind: "closure", outcomes: go("@closed") }],
				groups: [
					{ id: "together", title: { fr: "Ensemble" }, completes: "all", to: "close", tracks },
				],
			},
		],
		interruptions: [],
	});
}

function plainStep(id: string) {
	return {
		id,
		kind: "action",
		title: { fr: `Étape ${id}` },
		role: "team",
		participants: [],
		delay: { n: 5, unit: "working-days", basis: "proposal" },
		guidance: { fr: "Faites." },
		questions: [],
	};
}

function compiledFrom(document: unknown): CompiledProtocol {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return compileProtocol(read.protocol);
}
