import { type Chance, pick, rarely } from "#protocols/casework/random-choice.ts";
import { placesOf } from "#protocols/language/places.ts";
import { milestones, type Protocol, phaseIds } from "#protocols/language/protocol.ts";
import { stepKinds } from "#protocols/language/step.ts";
import { type CommandOf, type EditCommand, editTypes } from "./commands.ts";
import {
	beside,
	type Draw,
	duration,
	maybe,
	one,
	orNone,
	outcomeParts,
	outcomeRef,
	redirect,
	stepParts,
	text,
	track,
} from "./random-parts.for-tests.ts";

/** A wish of any kind about any part: mostly one that fits, seldom one that does not. */
export function randomEdit(protocol: Protocol, chance: Chance): EditCommand {
	const places = placesOf(protocol);
	const containers = places.containers.map(({ id }) => id);
	const steps = [...places.steps.keys()];
	const groups = [...places.groups.keys()];
	const draw = {
		...{ protocol, places, chance, steps, groups, containers },
		names: [...steps, ...groups, ...containers],
		tracks: [...places.tracks.keys()],
		interruptions: protocol.interruptions.map(({ id }) => id),
		roles: protocol.roles.map(({ id }) => id),
	};
	const type = pick(chance, editTypes);
	// Copies of groups in copies of groups would make of any protocol a very long one.
	if (type.startsWith("duplicate") && steps.length > mostSteps) return randomEdit(protocol, chance);
	return makers[type](draw);
}

const mostSteps = 60;

const makers: { [Type in EditCommand["type"]]: (draw: Draw) => CommandOf<Type> } = {
	"set-protocol": (draw) => ({
		type: "set-protocol",
		...maybe(draw, { title: text(draw), audience: orNone(draw, text(draw)) }),
		...maybe(draw, { prerequisites: orNone(draw, text(draw)), languages: ["fr"] }),
	}),
	"set-promise": (draw) => ({
		type: "set-promise",
		milestone: pick(draw.chance, milestones),
		within: orNone(draw, duration(draw)),
	}),
	"set-start": (draw) => {
		const place = one(draw, draw.containers);
		const held = draw.places.containers.find(({ id }) => id === place)?.steps ?? [];
		return {
			type: "set-start",
			in: place,
			start: one(
				draw,
				held.map(({ id }) => id),
			),
		};
	},
	"add-role": (draw) => ({
		type: "add-role",
		...beside(draw, draw.roles),
		label: text(draw),
		external: rarely(draw.chance, 3),
	}),
	"set-role": (draw) => ({
		type: "set-role",
		role: one(draw, draw.roles),
		...maybe(draw, { label: text(draw), external: rarely(draw.chance, 2) }),
	}),
	"move-role": (draw) => ({
		type: "move-role",
		role: one(draw, draw.roles),
		...beside(draw, draw.roles),
	}),
	"delete-role": (draw) => ({
		type: "delete-role",
		role: one(draw, draw.roles),
		...maybe(draw, { redirect: orNone(draw, one(draw, draw.roles)) }),
	}),
	"add-step": (draw) => ({
		...stepParts(draw),
		type: "add-step",
		in: one(draw, draw.containers),
		...beside(draw, draw.steps),
		title: text(draw),
		kind: pick(draw.chance, stepKinds),
		role: one(draw, draw.roles),
		...maybe(draw, { through: outcomeRef(draw) }),
	}),
	"set-step": (draw) => ({
		type: "set-step",
		step: one(draw, draw.steps),
		...stepParts(draw),
		...maybe(draw, { kind: pick(draw.chance, stepKinds), role: one(draw, draw.roles) }),
	}),
	"move-step": (draw) => ({
		type: "move-step",
		step: one(draw, draw.steps),
		...maybe(draw, { in: one(draw, draw.containers) }),
		...beside(draw, draw.steps),
		...redirect(draw),
	}),
	"duplicate-step": (draw) => ({ type: "duplicate-step", step: one(draw, draw.steps) }),
	"delete-step": (draw) => ({
		type: "delete-step",
		step: one(draw, draw.steps),
		...redirect(draw),
	}),
	"add-outcome": (draw) => {
		const { step } = outcomeRef(draw);
		return { type: "add-outcome", step, ...outcomeParts(draw, step), label: text(draw) };
	},
	"set-outcome": (draw) => {
		const ref = outcomeRef(draw);
		return { type: "set-outcome", ...ref, ...outcomeParts(draw, ref.step) };
	},
	"move-outcome": (draw) => {
		const ref = outcomeRef(draw);
		const { outcome: after } = outcomeRef(draw, ref.step);
		return { type: "move-outcome", ...ref, ...maybe(draw, { after }) };
	},
	"duplicate-outcome": (draw) => ({ type: "duplicate-outcome", ...outcomeRef(draw) }),
	"delete-outcome": (draw) => {
		const ref = outcomeRef(draw);
		const { outcome: instead } = outcomeRef(draw, ref.step);
		return { type: "delete-outcome", ...ref, ...maybe(draw, { redirect: orNone(draw, instead) }) };
	},
	"add-group": (draw) => ({
		type: "add-group",
		in: one(draw, draw.containers),
		...beside(draw, draw.groups),
		title: text(draw),
		...maybe(draw, { tracks: [track(draw), track(draw)] }),
		...maybe(draw, { through: outcomeRef(draw) }),
	}),
	"set-group": (draw) => ({
		type: "set-group",
		group: one(draw, draw.groups),
		...maybe(draw, { title: text(draw) }),
		...maybe(draw, { to: one(draw, draw.names) }),
	}),
	"move-group": (draw) => ({
		type: "move-group",
		group: one(draw, draw.groups),
		...maybe(draw, { in: one(draw, draw.containers) }),
		...beside(draw, draw.groups),
		...redirect(draw),
	}),
	"duplicate-group": (draw) => ({ type: "duplicate-group", group: one(draw, draw.groups) }),
	"delete-group": (draw) => ({
		type: "delete-group",
		group: one(draw, draw.groups),
		...redirect(draw),
	}),
	"add-track": (draw) => ({
		type: "add-track",
		group: one(draw, draw.groups),
		...beside(draw, draw.tracks),
		...track(draw),
	}),
	"set-track": (draw) => ({
		type: "set-track",
		track: one(draw, draw.tracks),
		...maybe(draw, { title: orNone(draw, text(draw)) }),
		...maybe(draw, { phase: orNone(draw, pick(draw.chance, phaseIds)) }),
	}),
	"move-track": (draw) => ({
		type: "move-track",
		track: one(draw, draw.tracks),
		...maybe(draw, { group: one(draw, draw.groups) }),
		...beside(draw, draw.tracks),
		...redirect(draw),
	}),
	"duplicate-track": (draw) => ({ type: "duplicate-track", track: one(draw, draw.tracks) }),
	"delete-track": (draw) => ({
		type: "delete-track",
		track: one(draw, draw.tracks),
		...redirect(draw),
	}),
	"add-interruption": (draw) => ({
		type: "add-interruption",
		...beside(draw, draw.interruptions),
		title: text(draw),
		...maybe(draw, { raisedBy: [one(draw, draw.roles)], clocks: "pause" as const }),
	}),
	"set-interruption": (draw) => ({
		type: "set-interruption",
		interruption: one(draw, draw.interruptions),
		...maybe(draw, { title: text(draw), raisedBy: "anyone" as const, clocks: "run" as const }),
	}),
	"move-interruption": (draw) => ({
		type: "move-interruption",
		interruption: one(draw, draw.interruptions),
		...beside(draw, draw.interruptions),
	}),
	"duplicate-interruption": (draw) => ({
		type: "duplicate-interruption",
		interruption: one(draw, draw.interruptions),
	}),
	"delete-interruption": (draw) => ({
		type: "delete-interruption",
		interruption: one(draw, draw.interruptions),
		...maybe(draw, { redirect: orNone(draw, one(draw, draw.interruptions)) }),
	}),
};
