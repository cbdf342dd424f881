import { dangerPart } from "../milestones.ts";
import type { Rule } from "../rule.ts";
import { both, listed, named } from "../words.ts";

/** Immediate danger that somebody who carries a step cannot report. */
export const dangerUnavailable: Rule = {
	code: "danger-unavailable",
	severity: "error",
	find({ compiled: { protocol, places } }) {
		const danger = dangerPart(protocol);
		if (!danger) {
			return [
				{
					part: { kind: "protocol" },
					path: ["interruptions"],
					sentence: both(
						"Rien ne dit ce que l'on fait en cas de danger immédiat.",
						"Nothing says what is done in immediate danger.",
					),
					advice: both(
						"Ouvrez le protocole, puis « Ajouter une interruption » : choisissez « Danger immédiat », et laissez tout le monde la signaler.",
						"Open the protocol, then “Add an interruption”: choose “Immediate danger”, and let anyone raise it.",
					),
				},
			];
		}
		const { raisedBy } = danger;
		if (raisedBy === "anyone") return [];
		const acting = [...places.steps.values()].flatMap(({ step }) =>
			step.handoff?.mode === "app" ? [step.role, step.handoff.to] : [step.role],
		);
		const without = [...new Set(acting)].filter((role) => !raisedBy.includes(role));
		if (without.length === 0) return [];
		const roles = listed(without.map((id) => named(protocol, { kind: "role", id })));
		return [
			{
				part: { kind: "interruption", id: danger.id },
				path: ["interruptions", protocol.interruptions.indexOf(danger), "raisedBy"],
				sentence: both(
					`Le danger immédiat ne peut pas être signalé par : ${roles.fr}.`,
					`Immediate danger cannot be reported by: ${roles.en}.`,
				),
				advice: both(
					"Laissez tout le monde signaler le danger immédiat.",
					"Let anyone report immediate danger.",
				),
			},
		];
	},
};
