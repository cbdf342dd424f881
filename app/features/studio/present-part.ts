import type { Choice } from "#app/ui/select-field.tsx";
import type { PartRef } from "#protocols/editing/part-ref.ts";
import type { Duration } from "#protocols/language/delay.ts";
import { milestones, type PhaseId } from "#protocols/language/protocol.ts";
import type { Text } from "#protocols/language/text.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { referenceRoles } from "#protocols/language/vocabulary/roles.ts";
import { knownInterruptions } from "./known-interruptions.ts";
import { type PartActs, presentActs } from "./present-part-acts.ts";
import { type PlaceView, presentPlace } from "./present-place.ts";
import { presentStep, type StepView } from "./present-step.ts";
import { type DraftReading, groupTargetChoices, nameOf, roleChoices } from "./reading-draft.ts";

/** The part that is open, as its form shows it. */
export type PartView = { part: string; name: string; acts: PartActs } & PartBody;

export type PartBody =
	| {
			kind: "protocol";
			title: Text;
			audience?: Text | undefined;
			prerequisites?: Text | undefined;
			english: boolean;
			/** The interruptions that every territory knows, and this protocol has not. */
			interruptions: Choice[];
			/** The roles that every territory knows, and this protocol has not. */
			roles: Choice[];
			promises: { milestone: (typeof milestones)[number]; within?: Duration | undefined }[];
	  }
	| { kind: "role"; id: string; label: Text; external: boolean }
	| { kind: "phase"; id: string; place: PlaceView }
	| ({ kind: "step"; id: string } & StepView)
	| { kind: "group"; id: string; title: Text; to: string; targets: Choice[]; tracks: Choice[] }
	| {
			kind: "track";
			id: string;
			title?: Text | undefined;
			phase?: PhaseId | undefined;
			place: PlaceView;
	  }
	| {
			kind: "interruption";
			id: string;
			title: Text;
			/** Nobody named: anyone. */
			raisedBy: string[];
			clocks: "run" | "pause";
			roles: Choice[];
			place: PlaceView;
	  };

/** Shows a part of a draft; undefined when the draft has no such part. */
export function presentPart(reading: DraftReading, part: PartRef): PartView | undefined {
	const body = bodyOf(reading, part);
	if (!body) return undefined;
	const spelled = part.kind === "protocol" ? "protocol" : `${part.kind}:${part.id}`;
	return {
		part: spelled,
		name: nameOf(reading, part),
		acts: presentActs(reading, part),
		...body,
	};
}

function bodyOf(reading: DraftReading, part: PartRef): PartBody | undefined {
	const { protocol, compiled } = reading;
	switch (part.kind) {
		case "protocol":
			return protocolBody(reading);
		case "role": {
			const role = protocol.roles.find(({ id }) => id === part.id);
			return role && { kind: "role", id: role.id, label: role.label, external: role.external };
		}
		case "step": {
			const placed = compiled.places.steps.get(part.id);
			return placed && { kind: "step", id: part.id, ...presentStep(reading, placed) };
		}
		case "group": {
			const placed = compiled.places.groups.get(part.id);
			if (!placed) return undefined;
			const { group, container } = placed;
			const tracks = group.tracks.map(({ id }) => ({
				value: `track:${id}`,
				label: reading.names.get(id) ?? id,
			}));
			const targets = groupTargetChoices(reading, container);
			return { kind: "group", id: group.id, title: group.title, to: group.to, targets, tracks };
		}
		default:
			return placeBody(reading, part.kind, part.id);
	}
}

function placeBody(
	reading: DraftReading,
	kind: "phase" | "track" | "interruption",
	id: string,
): PartBody | undefined {
	const { protocol, compiled } = reading;
	const container = compiled.places.containers.find((each) => each.id === id && each.kind === kind);
	if (!container) return undefined;
	const place = presentPlace(reading, container);
	if (kind === "phase") return { kind, id, place };
	if (kind === "track") {
		const track = container.within?.group.tracks.find((each) => each.id === id);
		return { kind, id, title: track?.title, phase: track?.phase, place };
	}
	const interruption = protocol.interruptions.find((each) => each.id === id);
	if (!interruption) return undefined;
	const { title, raisedBy, clocks } = interruption;
	return {
		...{ kind, id, title, clocks, place },
		raisedBy: raisedBy === "anyone" ? [] : raisedBy,
		roles: roleChoices(reading, { external: false }),
	};
}

function protocolBody({ protocol, language }: DraftReading): PartBody {
	const has = new Set([...protocol.interruptions, ...protocol.roles].map(({ id }) => id));
	const { title, audience, prerequisites, languages, promises } = protocol;
	return {
		kind: "protocol",
		...{ title, audience, prerequisites },
		english: languages.includes("en"),
		interruptions: codesOf(knownInterruptions)
			.filter((id) => !has.has(id))
			.map((id) => ({ value: id, label: knownInterruptions[id][language] })),
		roles: referenceRoles
			.filter(({ id }) => !has.has(id))
			.map(({ id, label }) => ({ value: id, label: label[language] })),
		promises: milestones.map((milestone) => ({
			milestone,
			within: promises.find((promise) => promise.milestone === milestone)?.within,
		})),
	};
}
