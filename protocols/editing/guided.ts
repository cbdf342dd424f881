import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Step } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import { referenceRoles } from "#protocols/language/vocabulary/roles.ts";
import { borrowed, type Model, readModel } from "./borrowed.ts";
import { guidedInterruptions } from "./guided-interruptions.ts";
import type { GuidedAnswers } from "./guided-questions.ts";
import { supportTracks } from "./guided-support.ts";
import { inOtherWords } from "./guided-words.ts";

/**
 * A first protocol after a territory's answers: short, complete in both languages, with a way out
 * of every refusal and every silence. Its steps are those of the model for a territory with many
 * partners, without what the answers leave out; its delays are proposals to be set.
 */
export function guidedProtocol({
	id,
	title,
	answers,
}: {
	id: string;
	title: Text;
	answers: GuidedAnswers;
}): Protocol {
	const model = readModel("reference-a");
	const protocol: Protocol = {
		format: "relais-protocol/1",
		id,
		title,
		languages: ["fr", "en"],
		roles: [],
		promises: [],
		phases: [
			{
				id: "identification",
				start: "receive-sign",
				steps: identification(model, answers),
				groups: [],
			},
			{ id: "orientation", start: "send-concern", steps: orientation(model, answers), groups: [] },
			{
				id: "accompaniment",
				start: "first-bond",
				steps: accompaniment(model, answers),
				groups: [
					{
						id: "support",
						title: { fr: "Accompagner", en: "Support" },
						completes: "all",
						to: "close",
						tracks: supportTracks(model, answers),
					},
				],
			},
		],
		interruptions: guidedInterruptions(model, answers),
	};
	return settled(protocol);
}

function identification(model: Model, { sorts: role }: GuidedAnswers): Step[] {
	return [
		borrowed(model, "receive-sign", {
			role: "reperant",
			leads: { DONE: "compare-views", IMMINENT: "compare-views" },
		}),
		borrowed(model, "compare-views", {
			role,
			leads: { WATCH: "dated-watch", RISK: "talk", DANGER: "talk", IMMINENT: "talk" },
		}),
		borrowed(model, "dated-watch", {
			role,
			leads: { NO_CONCERN: "close", WATCH: "dated-watch", RISK: "talk", IMMINENT: "talk" },
		}),
		borrowed(model, "talk", {
			role: "reperant",
			leads: {
				DONE: "send-concern",
				NOT_REACHED: "send-concern",
				RUNAWAY: "send-concern",
				IMMINENT: "send-concern",
			},
		}),
	];
}

function orientation(
	model: Model,
	{ sorts, receives, accompanies, ...given }: GuidedAnswers,
): Step[] {
	const next = "ask-support";
	const steps = [
		borrowed(model, "send-concern", {
			role: sorts,
			leads: { ACCEPTED: "first-analysis", REFUSED: "compare-views", NO_ACK: "compare-views" },
			handoff: { to: receives, acknowledge: Number(given.acknowledges) },
		}),
		borrowed(model, "first-analysis", {
			role: receives,
			leads: {
				RISK: next,
				DANGER: next,
				COURT_REFERRAL: next,
				IMMINENT: next,
				NO_CONCERN: "answer-unqualified",
			},
		}),
		borrowed(model, "answer-unqualified", {
			role: receives,
			leads: { NO_CONCERN: "close", WATCH: "dated-watch" },
		}),
		askSupport(model, { receives, accompanies, acknowledge: Number(given.answers) }),
	];
	return receives === "crip" ? steps : steps.map(inOtherWords);
}

function askSupport(
	model: Model,
	{
		receives: role,
		accompanies: to,
		acknowledge,
	}: Record<"receives" | "accompanies", string> & {
		acknowledge: number;
	},
): Step {
	const asking = borrowed(model, "ask-outreach", { role, leads: {}, handoff: { to, acknowledge } });
	return {
		...asking,
		id: "ask-support",
		title: { fr: "Demander l'accompagnement", en: "Ask for the support" },
		guidance: {
			fr: "Dites ce qui est attendu et ce que le jeune sait déjà. L'identité passe de vive voix ou par la voie sécurisée, jamais ici. Tant que le service n'a pas accepté, la situation reste entre vos mains.",
			en: "Say what is expected and what the young person already knows. The identity is given by voice or by the secure channel, never here. Until the service has accepted, the situation stays in your hands.",
		},
		...(asking.handoff ? { handoff: { ...asking.handoff, goesOn: "acceptance" } } : {}),
		outcomes: [
			{
				code: "ACCEPTED",
				label: { fr: "Accompagnement accepté", en: "Support accepted" },
				to: "first-bond",
			},
			{
				code: "REFUSED",
				label: { fr: "Structure indisponible", en: "Structure unavailable" },
				to: "first-analysis",
			},
			{
				code: "NO_ACK",
				label: { fr: "Retirée, sans réponse", en: "Withdrawn, no answer" },
				to: "first-analysis",
			},
		],
	};
}

function accompaniment(model: Model, { accompanies: role, runaway }: GuidedAnswers): Step[] {
	return [
		borrowed(model, "first-bond", {
			role,
			leads: {
				ACCEPTED: "plan",
				NOT_NOW: "plan",
				...(runaway === "yes" ? { RUNAWAY: "first-bond" } : {}),
			},
		}),
		borrowed(model, "plan", { role, leads: { DONE: "support", NOT_REACHED: "support" } }),
		borrowed(model, "close", { role, leads: { CLOSED: "@closed", CONTINUE: "plan" } }),
	];
}

/** Lists the roles that somebody has, and drops what points to a role or an interruption left out. */
function settled(protocol: Protocol): Protocol {
	const steps = [...placesOf(protocol).steps.values()].map(({ step }) => step);
	const used = new Set(
		steps.flatMap(({ role, handoff }) => (handoff ? [role, handoff.to] : [role])),
	);
	const there = new Set(protocol.interruptions.map(({ id }) => id));
	for (const step of steps) {
		step.participants = step.participants.filter((role) => used.has(role));
		for (const outcome of step.outcomes) {
			if (outcome.raises && !there.has(outcome.raises)) delete outcome.raises;
		}
	}
	const roles = referenceRoles.filter(({ id }) => used.has(id)).map((role) => ({ ...role }));
	const read = readProtocol({ ...protocol, roles });
	if (!read.ok)
		throw new Error(`The guided protocol cannot be read: ${JSON.stringify(read.issues)}`);
	return read.protocol;
}
