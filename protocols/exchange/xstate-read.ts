import { compileProtocol } from "#protocols/compiler/compile.ts";
import {
	closedState,
	endOfTrack,
	idleOf,
	outcomeEvent,
	raiseEvent,
} from "#protocols/compiler/machine-config.ts";
import type { DocumentIssue } from "#protocols/language/issue.ts";
import type { DocumentPath } from "#protocols/language/places.ts";
import { type ReadProtocol, readProtocol } from "#protocols/language/read-protocol.ts";
import { differences } from "./differences.ts";
import { isRecord, xstateConfig } from "./xstate-file.ts";
import { pathInMachine } from "./xstate-path.ts";

/**
 * Reads the JSON of a machine of ours back into a protocol: where outcomes lead and what lies in
 * what comes from its states, the rest from their `meta`.
 *
 * The protocol is then compiled again and laid over the file: whatever the file says beyond it, or
 * otherwise, would be lost, and is refused by name.
 */
export function readXstate(document: unknown): ReadProtocol {
	const read = readProtocol(documentOf(record(document)));
	if (!read.ok) {
		const placed = (path: DocumentPath) => pathInMachine(document, path);
		return { ok: false, issues: read.issues.map((one) => ({ ...one, path: placed(one.path) })) };
	}
	const lost = differences(document, xstateConfig(compileProtocol(read.protocol)));
	return lost.length > 0 ? { ok: false, issues: lost.map(lostIssue) } : read;
}

function lostIssue(path: DocumentPath): DocumentIssue {
	return {
		code: "not-understood",
		path,
		sentence: {
			fr: "Cette partie de la machine ne vient pas du protocole qu'elle décrit : elle serait perdue.",
			en: "This part of the machine does not come from the protocol that it describes: it would be lost.",
		},
	};
}

type Record_ = Record<string, unknown>;

const record = (value: unknown): Record_ => (isRecord(value) ? value : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function documentOf(root: Record_): Record_ {
	const { course, ...regions } = record(root.states);
	const { relais: _, ...head } = record(root.meta);
	const phases = Object.entries(record(record(course).states)).filter(([key]) => key !== "closed");
	return {
		...head,
		id: root.id,
		phases: phases.map(([, phase]) => ({
			...containerOf(record(phase)),
			...atLeastNoGroups(phase),
		})),
		interruptions: Object.values(regions).map((region) => interruptionOf(record(region))),
	};
}

function atLeastNoGroups(phase: unknown) {
	return { groups: partsOf(record(phase)).groups };
}

function interruptionOf(region: Record_): Record_ {
	const { kind: _, order: __, ...about } = record(region.meta);
	const raised = record(region.on)[raiseEvent(String(region.id))];
	return { ...containerOf(region), ...about, start: targetOf(record(list(raised)[0]).target) };
}

function trackOf(track: Record_): Record_ {
	const { kind: _, order: __, ...about } = record(track.meta);
	return { ...containerOf(track), ...about };
}

function containerOf(state: Record_): Record_ {
	const { steps, groups } = partsOf(state);
	return {
		id: state.id,
		start: state.initial,
		steps,
		...(groups.length > 0 ? { groups } : {}),
	};
}

function partsOf(state: Record_): { steps: Record_[]; groups: Record_[] } {
	const order = list(record(state.meta).order);
	const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
	const parts = Object.entries(record(state.states))
		.filter(([key]) => key !== "end" && key !== "idle")
		.sort(([one], [other]) => rank(one) - rank(other))
		.map(([, part]) => record(part));
	return {
		steps: parts.filter(({ type }) => type !== "parallel").map(stepOf),
		groups: parts.filter(({ type }) => type === "parallel").map(groupOf),
	};
}

function groupOf(state: Record_): Record_ {
	const { kind: _, ...about } = record(state.meta);
	const tracks = Object.values(record(state.states)).map((track) => trackOf(record(track)));
	return { id: state.id, ...about, to: targetOf(record(state.onDone).target), tracks };
}

function stepOf(state: Record_): Record_ {
	const { outcomes, ...about } = record(state.meta);
	const heard = record(state.on);
	return {
		id: state.id,
		...about,
		outcomes: list(outcomes).map((outcome) => {
			const event = outcomeEvent(String(state.id), String(record(outcome).code));
			return { ...record(outcome), to: targetOf(record(list(heard[event])[0]).target) };
		}),
	};
}

/** Where a target leads, as the language says it: by an id, or to one of the three ends. */
function targetOf(target: unknown): unknown {
	if (typeof target !== "string") return target;
	const id = target.replace(/^#/, "");
	if (id === closedState) return "@closed";
	if (id.endsWith(endOfTrack(""))) return "@end";
	if (id.endsWith(idleOf(""))) return "@over";
	return id;
}
