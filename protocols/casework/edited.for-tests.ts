import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import type { Duration } from "#protocols/language/delay.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";

/** A document, ready to run. @throws Error when it cannot be read */
export function compiledFrom(document: unknown): CompiledProtocol {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return compileProtocol(read.protocol);
}

/**
 * A protocol as somebody might write its next version: every third step has another id and nearly
 * the same title, delays are halved and doubled in turn, and the first group has one more track.
 *
 * @param turn which of three: the steps that have another id; with 2 the first track has one too
 */
export function editedVersion({ protocol }: CompiledProtocol, turn = 1): CompiledProtocol {
	const ids = stepsOf(protocol).map(({ id }) => id);
	const renamed = new Map(
		ids.filter((_, index) => index % 3 === turn).map((id) => [id, `${id}-anew`]),
	);
	const [first] = protocol.phases.flatMap(({ groups }) => groups).flatMap(({ tracks }) => tracks);
	const written = JSON.stringify(renameAll(protocol, renamed));
	const condition = new RegExp(`"track":"${first?.id}"`, "g");
	const edited = JSON.parse(
		turn === 2 ? written.replaceAll(condition, `"track":"${first?.id}-anew"`) : written,
	) as Protocol;
	for (const [index, step] of stepsOf(edited).entries()) {
		step.delay = { ...step.delay, ...otherDelay(step.delay, index) };
		step.title = { ...step.title, fr: `${step.title.fr} ensemble` };
	}
	const [group] = edited.phases.flatMap(({ groups }) => groups);
	const [opening] = stepsOf(edited);
	const [track] = group?.tracks ?? [];
	if (track && turn === 2) {
		track.title = { fr: "Premier axe", en: "First track" };
		track.id = `${track.id}-anew`;
	}
	if (group && opening) {
		const step = { ...opening, id: "added-step", kind: "action" as const, questions: [] };
		const outcomes = [{ code: "DONE", label: { fr: "Fait", en: "Done" }, to: "@end" as const }];
		const steps = [{ ...step, outcomes }];
		group.tracks.push({ id: "added", title: step.title, start: "added-step", steps });
	}
	return compiledFrom(edited);
}

function otherDelay({ n }: Duration, index: number): { n: number } {
	return { n: index % 2 === 0 ? n * 2 : Math.max(1, Math.floor(n / 2)) };
}

type Step = Protocol["phases"][number]["steps"][number];

function stepsOf(protocol: Protocol): Step[] {
	const within = ({ steps, groups = [] }: Held): Step[] => [
		...steps,
		...groups.flatMap(({ tracks }) => tracks.flatMap(within)),
	];
	return [...protocol.phases, ...protocol.interruptions].flatMap(within);
}

type Held = { steps: Step[]; groups?: { tracks: Held[] }[] | undefined };

/** Every string that is the id of a step; no code or text of the catalogue looks like one. */
function renameAll(part: unknown, renamed: ReadonlyMap<string, string>): unknown {
	if (typeof part === "string") return renamed.get(part) ?? part;
	if (Array.isArray(part)) return part.map((one) => renameAll(one, renamed));
	if (typeof part !== "object" || part === null) return part;
	return Object.fromEntries(
		Object.entries(part).map(([key, inner]) => [
			key,
			["kind", "promises", "resources", "roles", "participants", "role"].includes(key)
				? inner
				: renameAll(inner, renamed),
		]),
	);
}
