import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { endOf } from "#protocols/language/step.ts";

/** What a protocol says, without the names that its parts happen to have: to compare two of them. */
export function inWords(protocol: Protocol): unknown {
	const { containers, steps, groups } = placesOf(protocol);
	const order = [...steps.keys(), ...groups.keys()];
	const place = (to: string) => (order.includes(to) ? order.indexOf(to) : to);
	const title = (id: string | undefined) =>
		protocol.interruptions.find((one) => one.id === id)?.title.fr;
	return {
		...{ audience: protocol.audience, prerequisites: protocol.prerequisites },
		promises: protocol.promises,
		roles: protocol.roles.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
		containers: containers.map(({ kind, phase, start }) => ({ kind, phase, start: place(start) })),
		interruptions: protocol.interruptions.map((one) => [one.title, one.raisedBy, one.clocks]),
		groups: [...groups.values()].map(({ group }) => ({
			...{ title: group.title, to: place(group.to) },
			tracks: group.tracks.map((track) => [track.title, track.phase]),
		})),
		steps: [...steps.values()].map(({ step: { id: _, rounds, outcomes, ...step } }) => ({
			...{ ...step, most: rounds?.most },
			// Boxes that are ticked have no order.
			...{ participants: step.participants.toSorted(), questions: step.questions.toSorted() },
			beyond: outcomes.findIndex(({ code }) => code === rounds?.beyond),
			outcomes: outcomes.map((outcome) => ({
				...{ label: outcome.label, to: place(outcome.to), raises: title(outcome.raises) },
				leads: outcome.leads && place(outcome.leads),
				on: step.handoff && endOf(outcome),
			})),
		})),
	};
}
