import type { Scenario } from "../scenario.ts";

const told = { concern_level: "L2_RISK", information_given: ["MINOR_YES", "HOLDERS_YES"] };

/** Stories of the short example. */
export const exampleScenarios: Scenario[] = [
	{
		id: "straight",
		title: { fr: "Le chemin droit", en: "The straight path" },
		shows: {
			fr: "Du signe à la clôture, par la CRIP et deux axes parallèles.",
			en: "From the sign to the closure, through the CRIP and two parallel tracks.",
		},
		acts: [
			{ by: "spotter", answers: "receive-sign", outcome: "RISK", with: told },
			{ by: "spotter", handsOff: "send-concern" },
			{ by: "crip", onHandoff: "send-concern", event: "ACKNOWLEDGE" },
			{ by: "crip", onHandoff: "send-concern", event: "ACCEPT" },
			{
				by: "crip",
				answers: "first-analysis",
				outcome: "DANGER",
				with: { concern_level: "L3_DANGER" },
			},
			{ by: "spotter", onHandoff: "send-concern", event: "READ_OUTCOME" },
			{ by: "lead", answers: "first-contact", outcome: "DONE", with: { adhesion: "ACCEPTS" } },
			{ by: "lead", handsOff: "ask-care" },
			{ by: "care", onHandoff: "ask-care", event: "ACCEPT" },
			{ by: "care", onHandoff: "ask-care", event: "CONTACT" },
			{ by: "care", onHandoff: "ask-care", event: "COMPLETE" },
			{
				by: "lead",
				answers: "review",
				outcome: "READY_TO_CLOSE",
				with: { adhesion: "ASKS", concern_level: "L1_WATCH" },
			},
			{ by: "lead", answers: "close", outcome: "CLOSED", with: { closure_reason: "SAFE_LASTING" } },
		],
		ends: { closed: true, open: [] },
	},
	{
		id: "runaway-across-handoff",
		title: { fr: "Une fugue qui croise une transmission", en: "A runaway that crosses a handoff" },
		shows: {
			fr: "La CRIP accepte pendant la fugue ; deux interruptions courent ensemble ; au retour on reprend le plan.",
			en: "The CRIP accepts during the runaway; two interruptions run at once; on return the plan is made again.",
		},
		acts: [
			{ by: "spotter", answers: "receive-sign", outcome: "RISK", with: told },
			{ by: "spotter", handsOff: "send-concern" },
			{ by: "spotter", raises: "runaway" },
			{ by: "crip", onHandoff: "send-concern", event: "ACCEPT" },
			{ by: "crip", raises: "immediate-danger" },
			{ by: "spotter", answers: "call", outcome: "RUNAWAY" },
			{
				by: "crip",
				answers: "first-analysis",
				outcome: "DANGER",
				with: { concern_level: "L4_IMMINENT" },
			},
			{
				by: "lead",
				answers: "keep-bond",
				outcome: "RETURNED",
				with: { runaway_status: "RETURNED" },
			},
			{ by: "lead", answers: "welcome", outcome: "REPLAN" },
			{ by: "spotter", handsOff: "report" },
			{ by: "spotter", onHandoff: "report", event: "DECLARE_ACCEPTED" },
		],
		ends: { closed: false, open: ["first-contact", "ask-care"] },
	},
	{
		id: "silence",
		title: { fr: "Personne ne répond", en: "Nobody answers" },
		shows: {
			fr: "Le silence ne ferme rien : la transmission passe « sans réponse », puis part ailleurs.",
			en: "Silence closes nothing: the handoff becomes unanswered, then goes elsewhere.",
		},
		acts: [
			{ by: "spotter", answers: "receive-sign", outcome: "RISK", with: told },
			{ by: "spotter", handsOff: "send-concern" },
			{ waits: { n: 5, unit: "working-days" } },
			{ by: "spotter", onHandoff: "send-concern", event: "REROUTE" },
			{ by: "crip", onHandoff: "send-concern", event: "ACCEPT" },
		],
		ends: { closed: false, open: ["first-analysis"] },
	},
];
