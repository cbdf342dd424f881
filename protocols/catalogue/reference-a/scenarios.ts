import { accepted, answer, completed, declared, refused } from "../acts.ts";
import type { Act, Scenario } from "../scenario.ts";

const informed = { formal_route: "IP", information_given: ["MINOR_YES", "HOLDERS_YES"] };

const noticed: Act[] = [
	answer("reperant", "receive-sign", "DONE"),
	answer("ref-struct", "compare-views", "RISK", { concern_level: "L2_RISK" }),
	answer("reperant", "talk", "DONE"),
	answer("ref-struct", "choose-route", "RISK", informed),
];

const qualified: Act[] = [
	...noticed,
	...accepted("send-concern", "ref-struct", "crip"),
	answer("crip", "first-analysis", "DANGER", { concern_level: "L3_DANGER" }),
	answer("coord", "partners-meeting", "DONE"),
];

const bonded: Act[] = [
	answer("ref-parcours", "bond-choice", "OURSELVES"),
	answer("ref-parcours", "first-bond", "ACCEPTED", { adhesion: "ACCEPTS" }),
	answer("ref-parcours", "plan", "DONE"),
];

const supported: Act[] = [...qualified, ...bonded];

const assessed: Act[] = [
	answer("crip", "assessment-scope", "ASSESS"),
	...accepted("appoint-assessors", "crip", "eval"),
	answer("eval", "assess", "DONE"),
	answer("crip", "decide-framework", "COURT_REFERRAL", { protection_status: "OPEN_JUD" }),
	answer("crip", "answer-referrer", "DONE"),
];

const reported = declared("report-to-prosecutor", "ref-struct");
const sheltered: Act[] = [
	answer("ref-struct", "shelter-need", "ASK"),
	...completed("find-shelter", "ref-struct", "ase-astreinte"),
];

const sixTracks = [
	"review",
	"safety-choice",
	"care-choice",
	"explain-rights",
	"daily-activity",
	"family-choice",
];

const review = (outcome: string, horizon = "GT12M"): Act =>
	answer("ref-parcours", "review", outcome, {
		adhesion: "ACCEPTS",
		concern_level: "L2_RISK",
		majority_horizon: horizon,
	});

/** Stories of the reference protocol for a département with a CRIP. */
export const referenceAScenarios: Scenario[] = [
	{
		id: "straight",
		title: { fr: "Le chemin droit", en: "The straight path" },
		shows: {
			fr: "Du signe à la clôture : cinq axes côte à côte, l'évaluation à côté, chaque transmission reçue.",
			en: "From the sign to the closure: five tracks side by side, the assessment beside them, every handoff received.",
		},
		acts: [
			...supported,
			...assessed,
			answer("ref-parcours", "safety-choice", "ASK"),
			...accepted("ask-protection", "ref-parcours", "ase"),
			answer("ase", "safe-setting", "DONE"),
			answer("ref-parcours", "care-choice", "OFFER"),
			...completed("offer-care", "ref-parcours", "soin"),
			answer("ref-parcours", "explain-rights", "SUPPORT"),
			...completed("ask-victim-support", "ref-parcours", "aide-victimes"),
			answer("ref-parcours", "daily-activity", "ARRANGEMENT"),
			...completed("ask-school", "ref-parcours", "educ-nat"),
			answer("ref-parcours", "family-choice", "SUPPORT"),
			...accepted("ask-family-support", "ref-parcours", "milieu-ouvert"),
			answer("milieu-ouvert", "support-family", "DONE"),
			review("CONTINUE"),
			review("READY_TO_CLOSE"),
			answer("ref-parcours", "prepare-relays", "ACCEPTED", { majority_horizon: "GT12M" }),
			answer("ref-parcours", "close", "CLOSED", { closure_reason: "SAFE_LASTING" }),
		],
		ends: { closed: true, open: [] },
	},
	{
		id: "concern-lifted",
		title: { fr: "L'inquiétude est levée", en: "The concern is lifted" },
		shows: {
			fr: "Deux tours de veille, un adulte repère, puis une clôture qui laisse la porte ouverte.",
			en: "Two rounds of watch, one trusted adult, then a closing that leaves the door open.",
		},
		acts: [
			answer("reperant", "receive-sign", "DONE"),
			answer("ref-struct", "compare-views", "WATCH", { concern_level: "L1_WATCH" }),
			{ waits: { n: 15, unit: "calendar-days" } },
			answer("ref-struct", "dated-watch", "WATCH", { concern_level: "L1_WATCH" }),
			{ waits: { n: 10, unit: "calendar-days" } },
			answer("ref-struct", "dated-watch", "NO_CONCERN", { concern_level: "L0_NONE" }),
			answer("ref-parcours", "close", "CLOSED", { closure_reason: "NOT_CONFIRMED" }),
		],
		ends: { closed: true, open: [] },
	},
	{
		id: "lifted-after-assessment",
		title: { fr: "Levée après l'évaluation", en: "Lifted after the assessment" },
		shows: {
			fr: "La CRIP ne lève l'inquiétude qu'une fois le plan atteint ; le repérant reçoit une réponse.",
			en: "The CRIP lifts the concern only once the plan has been reached; the referrer gets an answer.",
		},
		acts: [
			...supported,
			answer("crip", "assessment-scope", "ASSESS"),
			...accepted("appoint-assessors", "crip", "eval"),
			answer("eval", "assess", "DONE"),
			answer("crip", "decide-framework", "NO_CONCERN", { protection_status: "NONE_KNOWN" }),
			answer("crip", "answer-referrer", "NO_CONCERN"),
			answer("ref-parcours", "close", "CLOSED", { closure_reason: "NOT_CONFIRMED" }),
		],
		ends: { closed: true, open: [] },
	},
	{
		id: "danger-in-identification",
		title: { fr: "Danger dès le premier signe", en: "Danger at the first sign" },
		shows: {
			fr: "On appelle, on signale, on met à l'abri ; puis la CRIP analyse sans attendre la suite du repérage.",
			en: "Call, report, shelter; then the CRIP analyses without waiting for the rest of the identification.",
		},
		acts: [
			answer("reperant", "receive-sign", "IMMINENT"),
			answer("reperant", "protect-now", "PROTECTED_NOW"),
			...reported,
			...sheltered,
			answer("ref-struct", "after-danger", "ANALYSIS", {
				concern_level: "L4_IMMINENT",
				formal_route: "SIGNAL",
			}),
		],
		ends: { closed: false, open: ["first-analysis"] },
	},
	{
		id: "danger-in-orientation",
		title: { fr: "Danger découvert par la CRIP", en: "Danger found by the CRIP" },
		shows: {
			fr: "La permanence est rappelée, aucune place n'est trouvée : les partenaires se réunissent.",
			en: "The duty prosecutor is called again, no place is found: the partners meet.",
		},
		acts: [
			...noticed,
			...accepted("send-concern", "ref-struct", "crip"),
			answer("crip", "first-analysis", "IMMINENT", { concern_level: "L4_IMMINENT" }),
			answer("reperant", "protect-now", "DONE"),
			{ by: "ref-struct", handsOff: "report-to-prosecutor" },
			{
				by: "ref-struct",
				onHandoff: "report-to-prosecutor",
				event: "DECLARE_REFUSED",
				outcome: "NO_ACK",
			},
			...reported,
			answer("ref-struct", "shelter-need", "ASK"),
			...refused("find-shelter", "ref-struct", "ase-astreinte", {
				reason: "CAPACITY",
				outcome: "NO_OFFER",
			}),
			answer("ref-struct", "shelter-need", "NO_OFFER"),
			answer("ref-struct", "after-danger", "PARTNERS", {
				concern_level: "L4_IMMINENT",
				formal_route: "BOTH",
			}),
		],
		ends: { closed: false, open: ["partners-meeting"] },
	},
	{
		id: "danger-in-accompaniment",
		title: { fr: "Danger pendant l'accompagnement", en: "Danger during the support" },
		shows: {
			fr: "L'urgence court à côté : les axes restent ouverts et l'on reprend là où l'on était.",
			en: "The emergency runs beside: the tracks stay open and the work resumes where it was.",
		},
		acts: [
			...supported,
			review("IMMINENT"),
			answer("reperant", "protect-now", "PROTECTED_NOW"),
			...reported,
			answer("ref-struct", "shelter-need", "SAFE"),
			answer("ref-struct", "after-danger", "RESUME", {
				concern_level: "L3_DANGER",
				formal_route: "BOTH",
			}),
		],
		ends: { closed: false, open: ["assessment-scope", ...sixTracks] },
	},
	{
		id: "runaway-and-return",
		title: { fr: "Une fugue, un retour", en: "A runaway, a return" },
		shows: {
			fr: "Le soin accepte pendant l'absence et sa réponse compte ; au retour, on reprend.",
			en: "Care accepts during the absence and its answer counts; on the return, the work resumes.",
		},
		acts: [
			...supported,
			answer("ref-parcours", "care-choice", "OFFER"),
			{ by: "ref-parcours", handsOff: "offer-care" },
			{ by: "ref-parcours", raises: "runaway" },
			answer("ref-parcours", "runaway-first-steps", "RUNAWAY", { runaway_status: "CURRENT" }),
			...declared("declare-absence", "ref-parcours"),
			{ by: "soin", onHandoff: "offer-care", event: "ACCEPT" },
			{ waits: { n: 72, unit: "clock-hours" } },
			answer("ref-parcours", "keep-bond", "STILL_AWAY", { runaway_status: "CURRENT" }),
			answer("ref-parcours", "keep-bond", "RETURNED", { runaway_status: "RETURNED" }),
			answer("ref-parcours", "welcome-return", "RESUME", { runaway_status: "RETURNED" }),
			{ by: "soin", onHandoff: "offer-care", event: "CONTACT" },
			{ by: "soin", onHandoff: "offer-care", event: "COMPLETE" },
		],
		ends: {
			closed: false,
			open: [
				"assessment-scope",
				"review",
				"safety-choice",
				"explain-rights",
				"daily-activity",
				"family-choice",
			],
		},
	},
	{
		id: "runaway-in-identification",
		title: { fr: "Parti avant la transmission", en: "Gone before the report" },
		shows: {
			fr: "La fugue ne retient pas la transmission à la CRIP ; au retour, les partenaires refont le plan.",
			en: "The runaway does not hold back the report to the CRIP; on the return the partners plan again.",
		},
		acts: [
			answer("reperant", "receive-sign", "DONE"),
			answer("ref-struct", "compare-views", "DANGER", { concern_level: "L3_DANGER" }),
			answer("reperant", "talk", "RUNAWAY"),
			answer("ref-struct", "choose-route", "DANGER", {
				formal_route: "IP",
				information_given: ["MINOR_NOT_YET", "HOLDERS_YES"],
			}),
			answer("ref-parcours", "runaway-first-steps", "RUNAWAY", { runaway_status: "CURRENT" }),
			...declared("declare-absence", "ref-parcours"),
			...accepted("send-concern", "ref-struct", "crip"),
			answer("ref-parcours", "keep-bond", "RETURNED", { runaway_status: "RETURNED" }),
			answer("ref-parcours", "welcome-return", "REPLAN", { runaway_status: "RETURNED" }),
		],
		ends: { closed: false, open: ["partners-meeting"] },
	},
	{
		id: "refusal-and-rerouting",
		title: { fr: "Un refus, une autre porte", en: "A refusal, another door" },
		shows: {
			fr: "L'association n'a pas de place et une autre va vers le jeune ; le soin décline, il sera reproposé.",
			en: "The association has no capacity and another one reaches out; care declines and will be offered again.",
		},
		acts: [
			...qualified,
			answer("ref-parcours", "bond-choice", "PARTNER"),
			{ by: "ref-parcours", handsOff: "ask-outreach" },
			{ by: "asso-spe", onHandoff: "ask-outreach", event: "ACKNOWLEDGE" },
			{ by: "asso-spe", onHandoff: "ask-outreach", event: "DECLINE", reason: "CAPACITY" },
			{ by: "ref-parcours", onHandoff: "ask-outreach", event: "REROUTE" },
			{ by: "asso-spe", onHandoff: "ask-outreach", event: "ACCEPT" },
			{ by: "asso-spe", onHandoff: "ask-outreach", event: "CONTACT" },
			{ by: "asso-spe", onHandoff: "ask-outreach", event: "COMPLETE" },
			answer("ref-parcours", "plan", "DONE"),
			answer("ref-parcours", "care-choice", "OFFER"),
			...refused("offer-care", "ref-parcours", "soin", {
				reason: "AGE_LIMIT",
				outcome: "NO_OFFER",
			}),
		],
		ends: {
			closed: false,
			open: [
				"assessment-scope",
				"care-later",
				...sixTracks.filter((step) => step !== "care-choice"),
			],
		},
	},
	{
		id: "silence",
		title: { fr: "La CRIP ne répond pas", en: "The CRIP does not answer" },
		shows: {
			fr: "Le silence ne ferme rien : la transmission est retirée et la coordination réunit les partenaires.",
			en: "Silence closes nothing: the handoff is withdrawn and the coordination brings the partners together.",
		},
		acts: [
			...noticed,
			{ by: "ref-struct", handsOff: "send-concern" },
			{ waits: { n: 10, unit: "working-days" } },
			{ by: "ref-struct", onHandoff: "send-concern", event: "WITHDRAW", outcome: "NO_ACK" },
			answer("coord", "partners-meeting", "DONE_PARTIAL"),
			answer("coord", "partners-meeting", "DONE"),
		],
		ends: { closed: false, open: ["bond-choice", "assessment-scope"] },
	},
	{
		id: "coming-of-age",
		title: { fr: "La majorité approche", en: "Majority is near" },
		shows: {
			fr: "Le relais se prépare à côté du parcours ; le jeune l'a rencontré avant que l'on ne close.",
			en: "The relay is prepared beside the course; the young person has met it before anything closes.",
		},
		acts: [
			...supported,
			...assessed,
			review("MAJORITY_NEAR", "M6_12"),
			answer("ref-parcours", "prepare-majority", "RELAY", { majority_horizon: "LT6M" }),
			...accepted("ask-relay", "ref-parcours", "insertion"),
			answer("ref-parcours", "majority-choice", "CLOSE"),
			answer("ref-parcours", "close", "CLOSED", { closure_reason: "MAJORITY_RELAY" }),
		],
		ends: { closed: true, open: [] },
	},
	{
		id: "renewed-exposure",
		title: { fr: "Une nouvelle exposition", en: "Renewed exposure" },
		shows: {
			fr: "De nouveaux signes appellent un nouveau plan, jamais une sanction ; l'évaluation continue.",
			en: "New signs call for a new plan, never a sanction; the assessment goes on.",
		},
		acts: [
			...supported,
			answer("crip", "assessment-scope", "ASSESS"),
			...accepted("appoint-assessors", "crip", "eval"),
			review("REEXPOSED"),
			answer("ref-parcours", "plan", "DONE"),
			answer("ref-parcours", "explain-rights", "NOT_NOW"),
		],
		ends: {
			closed: false,
			open: ["assess", "rights-later", ...sixTracks.filter((step) => step !== "explain-rights")],
		},
	},
	{
		id: "change-of-territory",
		title: { fr: "Un autre département est compétent", en: "Another département is competent" },
		shows: {
			fr: "La CRIP décline hors secteur et passe le relais elle-même ; on ne clôt qu'une fois le relais tenu.",
			en: "The CRIP declines as out of area and hands over itself; closing waits until the relay holds.",
		},
		acts: [
			...noticed,
			...refused("send-concern", "ref-struct", "crip", {
				reason: "OUT_OF_AREA",
				outcome: "REDIRECTED",
			}),
			answer("crip", "territory-choice", "TRANSFER", { other_territory: "YES" }),
			...declared("territory-handover", "crip"),
			answer("crip", "territory-end", "CLOSE"),
			answer("ref-parcours", "close", "CLOSED", { closure_reason: "TERRITORY_TRANSFER" }),
		],
		ends: { closed: true, open: [] },
	},
];
