import { accepted, answer, completed, declared, refused } from "../acts.ts";
import type { Act, Scenario } from "../scenario.ts";

const noticed: Act[] = [
	answer("mecs", "notice", "DONE"),
	answer("mecs-cadre", "team-check", "RISK", { concern_level: "L2_RISK" }),
];

const talked: Act[] = [answer("mecs", "talk", "DONE"), answer("mecs", "safety-plan", "DONE")];

const judgeInformed: Act[] = [
	answer("ase", "court-note", "DONE", { formal_route: "JUDGE_NOTE" }),
	...declared("inform-judge", "ase"),
];

const oriented: Act[] = [
	...noticed,
	...accepted("inform-ase", "mecs-cadre", "ase"),
	...talked,
	...judgeInformed,
	...accepted("ask-specialist", "ase", "asso-spe"),
	answer("ase", "name-lead-worker", "DONE"),
];

const supported: Act[] = [...oriented, answer("ref-parcours", "plan", "DONE")];

const reported = declared("report-to-prosecutor", "mecs-cadre");

const away: Act[] = [
	answer("mecs", "absence-check", "RUNAWAY", { runaway_status: "CURRENT" }),
	...declared("declare-absence", "mecs-cadre"),
	answer("mecs-cadre", "inform-others", "DONE"),
];

const back: Act[] = [
	answer("mecs", "keep-bond", "RETURNED", { runaway_status: "RETURNED" }),
	answer("mecs", "welcome-return", "DONE", { runaway_status: "RETURNED" }),
	...declared("declare-return", "mecs-cadre"),
	answer("mecs-cadre", "offer-return-care", "NOT_NOW"),
	answer("ref-parcours", "return-talk", "DONE"),
];

const tracks = ["review", "care-choice", "everyday-life", "family-and-group"];

const review = (outcome: string, horizon = "GT12M"): Act =>
	answer("ref-parcours", "review", outcome, {
		adhesion: "ACCEPTS",
		concern_level: "L2_RISK",
		majority_horizon: horizon,
	});

/** Stories of the protocol for a minor in care: running away and return. */
export const referenceCScenarios: Scenario[] = [
	{
		id: "straight",
		title: { fr: "Le chemin droit", en: "The straight path" },
		shows: {
			fr: "L'ASE et le juge informés, un appui extérieur, un plan, trois axes ; le relais avant de clore.",
			en: "The ASE and the judge informed, outside support, a plan, three tracks; a relay before closing.",
		},
		acts: [
			...supported,
			answer("ref-parcours", "care-choice", "OFFER"),
			...completed("offer-care", "ref-parcours", "soin"),
			answer("mecs", "everyday-life", "ARRANGEMENT"),
			...completed("ask-school", "mecs", "educ-nat"),
			answer("mecs", "family-and-group", "SUPPORT"),
			...completed("ask-group-support", "mecs", "asso-spe"),
			review("CONTINUE"),
			{ by: "asso-spe", onHandoff: "ask-specialist", event: "CONTACT" },
			{ by: "asso-spe", onHandoff: "ask-specialist", event: "COMPLETE" },
			review("READY_TO_CLOSE"),
			answer("ase", "close", "CLOSED", { closure_reason: "SAFE_LASTING" }),
		],
		ends: { closed: true, open: [] },
	},
	{
		id: "concern-lifted",
		title: { fr: "L'inquiétude est levée", en: "The concern is lifted" },
		shows: {
			fr: "Un échange, un point à quinze jours, puis l'inquiétude est levée.",
			en: "A talk, a check after fifteen days, then the concern is lifted.",
		},
		acts: [
			answer("mecs", "notice", "DONE"),
			answer("mecs-cadre", "team-check", "WATCH", { concern_level: "L1_WATCH" }),
			answer("mecs", "watch-talk", "WATCH"),
			{ waits: { n: 15, unit: "calendar-days" } },
			answer("mecs-cadre", "dated-watch", "NO_CONCERN", { concern_level: "L0_NONE" }),
			answer("ase", "close", "CLOSED", { closure_reason: "NOT_CONFIRMED" }),
		],
		ends: { closed: true, open: [] },
	},
	{
		id: "danger-in-identification",
		title: { fr: "Danger au moment du point d'équipe", en: "Danger at the team check" },
		shows: {
			fr: "L'urgence d'abord ; puis la réunion de sécurité, sans attendre l'échange.",
			en: "The emergency first; then the safety meeting, without waiting for the talk.",
		},
		acts: [
			answer("mecs", "notice", "DONE"),
			answer("mecs-cadre", "team-check", "IMMINENT", { concern_level: "L4_IMMINENT" }),
			answer("mecs-cadre", "protect-now", "PROTECTED_NOW"),
			...reported,
			answer("mecs-cadre", "shelter-need", "ASK"),
			...completed("find-shelter", "mecs-cadre", "ase-astreinte"),
			answer("mecs-cadre", "after-danger", "SAFETY_MEETING", {
				concern_level: "L4_IMMINENT",
				formal_route: "SIGNAL",
			}),
		],
		ends: { closed: false, open: ["safety-meeting"] },
	},
	{
		id: "danger-in-orientation",
		title: { fr: "Danger pendant que l'ASE agit", en: "Danger while the ASE acts" },
		shows: {
			fr: "L'urgence ne suspend pas ce que l'ASE et l'équipe ont commencé.",
			en: "The emergency does not suspend what the ASE and the team have begun.",
		},
		acts: [
			...noticed,
			...accepted("inform-ase", "mecs-cadre", "ase"),
			answer("ase", "court-note", "IMMINENT", { formal_route: "BOTH" }),
			answer("mecs-cadre", "protect-now", "DONE"),
			...reported,
			answer("mecs-cadre", "shelter-need", "SAFE"),
			answer("mecs-cadre", "after-danger", "RESUME", {
				concern_level: "L3_DANGER",
				formal_route: "BOTH",
			}),
			answer("ase", "court-note", "COURT_REFERRAL", { formal_route: "BOTH" }),
			...declared("inform-prosecutor", "ase"),
		],
		ends: { closed: false, open: ["talk", "inform-judge", "ask-specialist"] },
	},
	{
		id: "danger-in-accompaniment",
		title: { fr: "Disparition très inquiétante", en: "A very worrying disappearance" },
		shows: {
			fr: "La fugue et l'urgence courent ensemble ; les axes restent ouverts.",
			en: "The runaway and the emergency run together; the tracks stay open.",
		},
		acts: [
			...supported,
			{ by: "mecs", raises: "runaway" },
			answer("mecs", "absence-check", "IMMINENT", { runaway_status: "CURRENT" }),
			answer("mecs-cadre", "protect-now", "DONE"),
			...reported,
			answer("mecs-cadre", "shelter-need", "ASK"),
			{ by: "mecs-cadre", handsOff: "find-shelter" },
			{ by: "ase-astreinte", onHandoff: "find-shelter", event: "ACCEPT" },
			{ by: "ase-astreinte", onHandoff: "find-shelter", event: "CONTACT" },
			{ by: "ase-astreinte", onHandoff: "find-shelter", event: "COMPLETE" },
			answer("mecs-cadre", "after-danger", "RESUME", {
				concern_level: "L4_IMMINENT",
				formal_route: "SIGNAL",
			}),
		],
		ends: { closed: false, open: [...tracks, "declare-absence", "inform-others"] },
	},
	{
		id: "opened-by-an-absence",
		title: { fr: "Tout commence par une absence", en: "It begins with an absence" },
		shows: {
			fr: "La situation s'ouvre avec la fugue ; le repérage attend le retour, sans rien perdre.",
			en: "The situation opens with the runaway; the identification waits for the return and loses nothing.",
		},
		opensWith: ["runaway"],
		acts: [
			answer("mecs", "absence-check", "RETURNED", { runaway_status: "RETURNED" }),
			answer("mecs", "welcome-return", "DONE", { runaway_status: "RETURNED" }),
			...declared("declare-return", "mecs-cadre"),
			answer("mecs-cadre", "offer-return-care", "DONE"),
			answer("ref-parcours", "return-talk", "NOT_NOW"),
			answer("ase", "after-runaway", "RESUME"),
		],
		ends: { closed: false, open: ["notice"] },
	},
	{
		id: "runaway-and-return",
		title: { fr: "Une fugue, un retour", en: "A runaway, a return" },
		shows: {
			fr: "Déclarer et prévenir, garder le lien, accueillir, écouter ; puis la réunion de sécurité garde le lieu.",
			en: "Report and inform, keep the bond, welcome, listen; then the safety meeting keeps the placement.",
		},
		acts: [
			...supported,
			review("RUNAWAY"),
			...away,
			answer("mecs", "keep-bond", "STILL_AWAY", { runaway_status: "CURRENT" }),
			{ waits: { n: 72, unit: "clock-hours" } },
			answer("ase", "missing-review", "REDIRECTED", { runaway_status: "CURRENT" }),
			...back,
			answer("ase", "after-runaway", "SAFETY_MEETING"),
			answer("ase", "safety-meeting", "STAY"),
		],
		ends: { closed: false, open: ["plan"] },
	},
	{
		id: "left-again",
		title: { fr: "Reparti aussitôt", en: "Left again at once" },
		shows: {
			fr: "Repartir n'efface rien : on vérifie, on déclare, on garde le lien à nouveau.",
			en: "Leaving again erases nothing: check, report and keep the bond once more.",
		},
		acts: [
			...supported,
			{ by: "mecs", raises: "runaway" },
			...away,
			answer("mecs", "keep-bond", "RETURNED", { runaway_status: "RETURNED" }),
			answer("mecs", "welcome-return", "RUNAWAY", { runaway_status: "CURRENT" }),
			...away,
			...back,
			answer("ase", "after-runaway", "REPLAN"),
		],
		ends: { closed: false, open: ["plan"] },
	},
	{
		id: "refusal",
		title: { fr: "Aucun appui n'est disponible", en: "No support is available" },
		shows: {
			fr: "L'association puis le partenaire régional déclinent ; l'accompagnement n'attend pas.",
			en: "The association, then the regional partner decline; the support does not wait.",
		},
		acts: [
			...noticed,
			...accepted("inform-ase", "mecs-cadre", "ase"),
			...talked,
			...judgeInformed,
			...refused("ask-specialist", "ase", "asso-spe", {
				reason: "CAPACITY",
				outcome: "REFUSED",
			}),
			...refused("ask-regional", "ase", "part-regional", {
				reason: "OUT_OF_AREA",
				outcome: "REFUSED",
			}),
			answer("ase", "name-lead-worker", "DONE"),
		],
		ends: { closed: false, open: ["plan"] },
	},
	{
		id: "silence",
		title: { fr: "L'ASE ne répond pas", en: "The ASE does not answer" },
		shows: {
			fr: "Sans accusé, la transmission est retirée ; la note au juge n'attend pas davantage.",
			en: "Without acknowledgement the handoff is withdrawn; the note to the judge waits no longer.",
		},
		acts: [
			...noticed,
			{ by: "mecs-cadre", handsOff: "inform-ase" },
			answer("mecs", "talk", "NOT_NOW"),
			{ waits: { n: 4, unit: "working-days" } },
			{ by: "mecs-cadre", onHandoff: "inform-ase", event: "WITHDRAW", outcome: "NO_ACK" },
			...judgeInformed,
		],
		ends: { closed: false, open: ["safety-plan", "ask-specialist"] },
	},
	{
		id: "coming-of-age",
		title: { fr: "Dix-huit ans, et après", en: "Eighteen, and then" },
		shows: {
			fr: "La mesure finit, le relais a rencontré le jeune, l'appui est rendu : on clôt.",
			en: "The measure ends, the relay has met the young person, the support is given back: close.",
		},
		acts: [
			...supported,
			review("MAJORITY_NEAR", "LT6M"),
			answer("ase", "prepare-majority", "RELAY", { majority_horizon: "LT6M" }),
			...accepted("ask-relay", "ase", "insertion"),
			answer("ase", "majority-choice", "CLOSE"),
			{ by: "asso-spe", onHandoff: "ask-specialist", event: "CONTACT" },
			{ by: "asso-spe", onHandoff: "ask-specialist", event: "COMPLETE" },
			answer("ase", "close", "CLOSED", { closure_reason: "MAJORITY_RELAY" }),
		],
		ends: { closed: true, open: [] },
	},
	{
		id: "renewed-exposure",
		title: { fr: "Une nouvelle exposition", en: "Renewed exposure" },
		shows: {
			fr: "Le juge est tenu informé, puis la réunion de sécurité décide d'un éloignement accepté ailleurs.",
			en: "The judge is kept informed, then the safety meeting decides on a relocation, accepted elsewhere.",
		},
		acts: [
			...supported,
			review("REEXPOSED"),
			...declared("court-update", "ase"),
			answer("ase", "safety-meeting", "MOVE"),
			{ by: "ase", handsOff: "relocation" },
			{ by: "ase", onHandoff: "relocation", event: "DECLARE_REFUSED", outcome: "REFUSED" },
			answer("ase", "safety-meeting", "MOVE"),
			...declared("relocation", "ase"),
			answer("ref-parcours", "plan", "DONE"),
		],
		ends: { closed: false, open: tracks },
	},
	{
		id: "change-of-territory",
		title: {
			fr: "Un lieu d'accueil dans un autre département",
			en: "A placement in another département",
		},
		shows: {
			fr: "Le relais se donne de vive voix ; on ne clôt qu'une fois le jeune rencontré là-bas.",
			en: "The relay is given by voice; closing waits until the young person has been met over there.",
		},
		acts: [
			...oriented,
			{ by: "ase", raises: "change-of-territory" },
			answer("ase", "territory-choice", "TRANSFER", { other_territory: "YES" }),
			...declared("territory-handover", "ase"),
			answer("ase", "territory-end", "CLOSE"),
			{ by: "asso-spe", onHandoff: "ask-specialist", event: "CONTACT" },
			{ by: "asso-spe", onHandoff: "ask-specialist", event: "COMPLETE" },
			answer("ase", "close", "CLOSED", { closure_reason: "TERRITORY_TRANSFER" }),
		],
		ends: { closed: true, open: [] },
	},
];
