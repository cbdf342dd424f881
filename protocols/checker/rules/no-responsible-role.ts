import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** Something that nobody inside the application may do. */
export const noResponsibleRole: Rule = {
	code: "no-responsible-role",
	severity: "error",
	find({ compiled: { protocol, places } }) {
		const inside = new Set(protocol.roles.flatMap(({ id, external }) => (external ? [] : [id])));
		const steps = [...places.steps.values()]
			.filter(({ step }) => !inside.has(step.role))
			.map(({ step, path }) => {
				const part = { kind: "step", id: step.id } as const;
				const { fr, en } = named(protocol, part);
				return {
					part,
					path: [...path, "role"],
					sentence: both(
						`Aucun rôle de l'application ne porte l'étape ${fr}.`,
						`No role of the application carries the step ${en}.`,
					),
					advice: both(
						"Choisissez le rôle qui porte cette étape.",
						"Choose the role that carries this step.",
					),
				};
			});
		const interruptions = protocol.interruptions.flatMap(({ id, raisedBy }, index) => {
			if (raisedBy === "anyone" || raisedBy.some((role) => inside.has(role))) return [];
			const part = { kind: "interruption", id } as const;
			const { fr, en } = named(protocol, part);
			return {
				part,
				path: ["interruptions", index, "raisedBy"],
				sentence: both(
					`Personne dans l'application ne peut signaler ${fr}.`,
					`Nobody in the application may raise ${en}.`,
				),
				advice: both(
					"Ajoutez un rôle qui travaille dans l'application, ou laissez tout le monde signaler.",
					"Add a role that works in the application, or let anyone raise it.",
				),
			};
		});
		return [...steps, ...interruptions];
	},
};
