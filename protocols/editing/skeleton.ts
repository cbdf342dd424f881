import type { Protocol } from "#protocols/language/protocol.ts";
import type { Text } from "#protocols/language/text.ts";
import { referenceRoles } from "#protocols/language/vocabulary/roles.ts";
import { newStep } from "./new-step.ts";

/** Who an empty protocol knows: somebody notices, somebody receives, somebody accompanies. */
const firstRoles = ["reperant", "crip", "ref-parcours"];

/**
 * The smallest protocol in three phases: somebody receives a sign, passes it on, supports, closes.
 * It reads, it can be drawn and played; the rest is to be written.
 */
export function emptySkeleton({ id, title }: { id: string; title: Text }): Protocol {
	const protocol: Protocol = {
		format: "relais-protocol/1",
		id,
		title,
		languages: ["fr", "en"],
		roles: referenceRoles
			.filter((role) => firstRoles.includes(role.id))
			.map((role) => ({ ...role })),
		promises: [],
		phases: [
			{ id: "identification", start: "accueillir-le-signe", steps: [], groups: [] },
			{ id: "orientation", start: "transmettre", steps: [], groups: [] },
			{ id: "accompaniment", start: "accompagner", steps: [], groups: [] },
		],
		interruptions: [],
	};
	const [identification, orientation, accompaniment] = protocol.phases;
	const add = (
		phase: (typeof protocol.phases)[number],
		step: Parameters<typeof newStep>[1],
		onward: string,
	) => phase.steps.push(newStep(protocol, step, { onward, again: step.id }));

	add(
		identification,
		{
			id: "accueillir-le-signe",
			title: { fr: "Accueillir le signe", en: "Receive the sign" },
			kind: "action",
			role: "reperant",
		},
		"transmettre",
	);
	add(
		orientation,
		{
			id: "transmettre",
			title: { fr: "Transmettre", en: "Pass it on" },
			kind: "handoff",
			role: "reperant",
		},
		"accompagner",
	);
	add(
		accompaniment,
		{
			id: "accompagner",
			title: { fr: "Accompagner", en: "Support" },
			kind: "review",
			role: "ref-parcours",
		},
		"clore",
	);
	add(
		accompaniment,
		{
			id: "clore",
			title: { fr: "Clore en laissant la porte ouverte", en: "Close, leaving the door open" },
			kind: "closure",
			role: "ref-parcours",
		},
		"accompagner",
	);
	return protocol;
}
