import { outcomeEvent } from "#protocols/compiler/machine-config.ts";
import type { DocumentPath } from "#protocols/language/places.ts";
import { isRecord } from "./xstate-file.ts";

type Walk = { at: unknown; path: DocumentPath };

/** The way to a part of a protocol in the machine that it was read from. */
export function pathInMachine(machine: unknown, path: DocumentPath): DocumentPath {
	const [key, index, ...rest] = path;
	const root = { at: machine, path: [] };
	if (key === "phases" && typeof index === "number") {
		const course = into(root, "states", "course");
		return inContainer(
			nth(course, index, (name) => name !== "closed"),
			rest,
		);
	}
	if (key === "interruptions" && typeof index === "number") {
		return inContainer(
			nth(root, index, (name) => name !== "course"),
			rest,
		);
	}
	return key === "id" ? path : ["meta", ...path];
}

function inContainer(walk: Walk, path: DocumentPath): DocumentPath {
	const [key, index, ...rest] = path;
	if (key === "id") return [...walk.path, "id"];
	if (key === "start") return [...walk.path, "initial"];
	if (key === "steps" && typeof index === "number") {
		return inStep(
			ordered(walk, index, (type) => type !== "parallel"),
			rest,
		);
	}
	if (key === "groups" && typeof index === "number") {
		return inGroup(
			ordered(walk, index, (type) => type === "parallel"),
			rest,
		);
	}
	return key === undefined ? walk.path : [...walk.path, "meta", ...path];
}

function inGroup(walk: Walk, path: DocumentPath): DocumentPath {
	const [key, index, ...rest] = path;
	if (key === "tracks" && typeof index === "number") {
		return inContainer(
			nth(walk, index, () => true),
			rest,
		);
	}
	if (key === "to") return [...walk.path, "onDone", "target"];
	return key === "id" || key === undefined
		? [...walk.path, ...path]
		: [...walk.path, "meta", ...path];
}

function inStep(walk: Walk, path: DocumentPath): DocumentPath {
	const [key, index, part] = path;
	if (key === "id" || key === undefined) return [...walk.path, ...path];
	if (key === "outcomes" && typeof index === "number" && part === "to") {
		const outcome = into(walk, "meta", "outcomes").at;
		const code = Array.isArray(outcome) && isRecord(outcome[index]) ? outcome[index].code : "";
		const id = isRecord(walk.at) ? walk.at.id : "";
		return [...walk.path, "on", outcomeEvent(String(id), String(code)), 0, "target"];
	}
	return [...walk.path, "meta", ...path];
}

function into({ at, path }: Walk, ...keys: string[]): Walk {
	return keys.reduce<Walk>(
		(walk, key) => ({
			at: isRecord(walk.at) ? walk.at[key] : undefined,
			path: [...walk.path, key],
		}),
		{ at, path },
	);
}

/** The state at a place among those of a name. */
function nth(walk: Walk, index: number, isMeant: (name: string) => boolean): Walk {
	const states = into(walk, "states");
	const name = Object.keys(isRecord(states.at) ? states.at : {}).filter(isMeant)[index];
	return name === undefined ? walk : into(states, name);
}

/** The step or group at a place, in the order that its container writes down. */
function ordered(walk: Walk, index: number, isMeant: (type: unknown) => boolean): Walk {
	const states = into(walk, "states");
	const order = into(walk, "meta", "order").at;
	const rank = (name: string) => {
		const at = Array.isArray(order) ? order.indexOf(name) : -1;
		return at < 0 ? Number.MAX_SAFE_INTEGER : at;
	};
	const name = Object.entries(isRecord(states.at) ? states.at : {})
		.filter(
			([key, part]) => key !== "end" && key !== "idle" && isMeant(isRecord(part) && part.type),
		)
		.map(([key]) => key)
		.sort((one, other) => rank(one) - rank(other))[index];
	return name === undefined ? walk : into(states, name);
}
