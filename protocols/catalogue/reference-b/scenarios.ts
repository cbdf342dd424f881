import { accepted, answer, completed, declared, refused } from "../acts.ts";
import type { Act, Scenario } from "../scenario.ts";

const route = (level: string) => ({
	concern_level: level,
	formal_route: "IP",
	information_given: ["MINOR_YES", "HOLDERS_NOT_YET"],
});

const advised: Act[] = [
	answer("reperant", "receive-sign", "DONE"),
	answer("ref-struct", "remote-advice", "RISK", { concern_level: "L2_RISK" }),
	answer("ref-struct", "choose-route", "RISK", route("L2_RISK")),
];

const qualified: Act[] = [
	...advised,
	...accepted("send-concern", "ref-struct", "crip"),
	answer("crip", "qualify", "DANGER", { concern_level: "L3_DANGER" }),
];

const framed: Act[] = [
	...qualified,
	...accepted("ask-regional", "ref-dept", "part-regional"),
	answer("ref-dept", "framing-call", "DONE"),
];

const supported: Act[] = [
	...framed,
	answer("ref-parcours", "first-bond", "ACCEPTED", { adhesion: "ACCEPTS" }),
	answer("ref-parcours", "plan", "DONE"),
];

const assessed: Act[] = [
	answer("crip", "assessment-scope", "ASSESS"),
	...accepted("appoint-assessors", "crip", "eval"),
	answer("eval", "assess", "DONE"),
	answer("crip", "decide-and-answer", "ADMIN_SUPPORT", { protection_status: "ADMIN" }),
];

const reported = declared("report-to-prosecutor", "ref-struct");

const review = (outcome: string, horizon = "GT12M"): Act =>
	answer("ref-parcours", "review", outcome, {
		adhesion: "AMBIVALENT",
		concern_level: "L3_DANGER",
		majority_horizon: horizon,
	});

/** Stories of the lean protocol for a territory with few structures. */
export const referenceBScenarios: Scenario[] = [
	{
		id: "straight",
		title: { fr: "Le chemin droit", en: "The straight path" },
		shows: {
			fr: "Un binôme d'ici, un spécialiste à distance, un cadre sûr, un soin ; le retour d'expérience avant de clore.",
			en: "A local pair, a remote specialist, a safe setting, care; lessons learned before closing.",
		},
		acts: [
			...supported,
			...assessed,
			answer("ref-parcours", "safety-choice", "ASK"),
			...accepted("ask-protection", "ref-parcours", "ase"),
			answer("ase", "safe-setting", "DONE"),
			answer("ref-parcours", "care-choice", "OFFER"),
			...completed("offer-care", "ref-parcours", "soin"),
			review("CONTINUE"),
			review("READY_TO_CLOSE"),
			answer("ref-parcours", "prepare-relay", "ACCEPTED", { majority_horizon: "GT12M" }),
			answer("ref-dept", "lessons-learned", "DONE"),
			answer("ref-parcours", "close", "CLOSED", { closure_reason: "ORDINARY_RELAY" }),
		],
		ends: { closed: true, open: [] },
	},
	{
		id: "advice-is-enough",
		title: { fr: "Un avis suffit", en: "Advice is enough" },
		shows: {
			fr: "Un avis à distance, un tour de veille, puis l'inquiétude est levée.",
			en: "Remote advice, one round of watch, then the concern is lifted.",
		},
		acts: [
			answer("reperant", "receive-sign", "DONE"),
			answer("ref-struct", "remote-advice", "WATCH", { concern_level: "L1_WATCH" }),
			answer("ref-struct", "choose-route", "WATCH", {
				concern_level: "L1_WATCH",
				formal_route: "NONE",
				information_given: ["MINOR_YES"],
			}),
			{ waits: { n: 15, unit: "calendar-days" } },
			answer("ref-struct", "dated-watch", "NO_CONCERN", { concern_level: "L0_NONE" }),
			answer("ref-parcours", "close", "CLOSED", { closure_reason: "NOT_CONFIRMED" }),
		],
		ends: { closed: true, open: [] },
	},
	{
		id: "danger-in-identification",
		title: { fr: "Danger pendant l'avis", en: "Danger while taking advice" },
		shows: {
			fr: "On appelle, on signale, un abri est trouvé hors du département ; la CRIP qualifie ensuite.",
			en: "Call, report, a shelter is found outside the département; then the CRIP qualifies.",
		},
		acts: [
			answer("reperant", "receive-sign", "DONE"),
			answer("ref-struct", "remote-advice", "IMMINENT", { concern_level: "L4_IMMINENT" }),
			answer("reperant", "protect-now", "PROTECTED_NOW"),
			...reported,
			answer("ref-struct", "shelter-need", "ASK"),
			...completed("find-shelter", "ref-struct", "ase-astreinte"),
			answer("ref-struct", "after-danger", "ANALYSIS", {
				concern_level: "L4_IMMINENT",
				formal_route: "SIGNAL",
			}),
		],
		ends: { closed: false, open: ["qualify"] },
	},
	{
		id: "danger-in-orientation",
		title: { fr: "Danger pendant la visio de cadrage", en: "Danger during the framing call" },
		shows: {
			fr: "L'astreinte ne répond pas : la demande est retirée, les partenaires reprennent la visio.",
			en: "The on-call duty does not answer: the request is withdrawn, the partners resume the call.",
		},
		acts: [
			...qualified,
			...accepted("ask-regional", "ref-dept", "part-regional"),
			answer("ref-dept", "framing-call", "IMMINENT"),
			answer("reperant", "protect-now", "DONE"),
			answer("ref-struct", "shelter-need", "ASK"),
			{ by: "ref-struct", handsOff: "find-shelter" },
			{ waits: { n: 2, unit: "clock-hours" } },
			{ by: "ref-struct", onHandoff: "find-shelter", event: "WITHDRAW", outcome: "NO_ACK" },
			answer("ref-struct", "shelter-need", "NO_OFFER"),
			...reported,
			answer("ref-struct", "after-danger", "PARTNERS", {
				concern_level: "L4_IMMINENT",
				formal_route: "BOTH",
			}),
		],
		ends: { closed: false, open: ["framing-call"] },
	},
	{
		id: "danger-in-accompaniment",
		title: { fr: "Danger pendant l'accompagnement", en: "Danger during the support" },
		shows: {
			fr: "L'urgence et l'absence courent à côté du parcours ; les priorités restent ouvertes.",
			en: "The emergency and the absence run beside the course; the priorities stay open.",
		},
		acts: [
			...supported,
			{ by: "ref-parcours", raises: "immediate-danger" },
			answer("reperant", "protect-now", "RUNAWAY"),
			...reported,
			answer("ref-struct", "shelter-need", "RUNAWAY"),
			answer("ref-struct", "after-danger", "RESUME", {
				concern_level: "L4_IMMINENT",
				formal_route: "SIGNAL",
			}),
		],
		ends: {
			closed: false,
			open: ["assessment-scope", "review", "safety-choice", "care-choice", "runaway-first-steps"],
		},
	},
	{
		id: "runaway-to-a-city",
		title: { fr: "Un départ vers une ville", en: "Leaving for a city" },
		shows: {
			fr: "L'absence est déclarée, le lien gardé, le retour accueilli ; la visio refait le cadre.",
			en: "The absence is reported, the bond kept, the return welcomed; the call sets the frame again.",
		},
		acts: [
			...supported,
			{ by: "ref-parcours", raises: "runaway" },
			answer("ref-parcours", "runaway-first-steps", "RUNAWAY", { runaway_status: "CURRENT" }),
			{ by: "ref-parcours", handsOff: "declare-absence" },
			{
				by: "ref-parcours",
				onHandoff: "declare-absence",
				event: "DECLARE_REFUSED",
				outcome: "NO_ACK",
			},
			...declared("declare-absence", "ref-parcours"),
			{ waits: { n: 72, unit: "clock-hours" } },
			answer("ref-parcours", "keep-bond", "STILL_AWAY", { runaway_status: "CURRENT" }),
			answer("ref-parcours", "keep-bond", "RETURNED", { runaway_status: "RETURNED" }),
			answer("ref-parcours", "welcome-return", "RUNAWAY", { runaway_status: "CURRENT" }),
			...declared("declare-absence", "ref-parcours"),
			answer("ref-parcours", "keep-bond", "RETURNED", { runaway_status: "RETURNED" }),
			answer("ref-parcours", "welcome-return", "REPLAN", { runaway_status: "RETURNED" }),
		],
		ends: { closed: false, open: ["framing-call"] },
	},
	{
		id: "refusal",
		title: { fr: "Le partenaire régional décline", en: "The regional partner declines" },
		shows: {
			fr: "Le refus est acté et se verra ; le cadre se pose sans spécialiste.",
			en: "The refusal is recorded and will show; the frame is set without a specialist.",
		},
		acts: [
			...qualified,
			...refused("ask-regional", "ref-dept", "part-regional", {
				reason: "CAPACITY",
				outcome: "REFUSED",
			}),
			answer("ref-dept", "framing-call", "DONE_PARTIAL"),
			answer("ref-parcours", "first-bond", "NOT_NOW", { adhesion: "NOT_NOW" }),
			answer("ref-parcours", "plan", "NOT_REACHED"),
		],
		ends: {
			closed: false,
			open: ["assessment-scope", "review", "safety-choice", "care-choice"],
		},
	},
	{
		id: "silence-then-rerouting",
		title: { fr: "Pas de réponse, un autre partenaire", en: "No answer, another partner" },
		shows: {
			fr: "Sans réponse passé deux fois le délai, la demande part au deuxième partenaire de la liste.",
			en: "Unanswered after twice the delay, the request goes to the second partner on the list.",
		},
		acts: [
			...qualified,
			{ by: "ref-dept", handsOff: "ask-regional" },
			{ waits: { n: 6, unit: "working-days" } },
			{ by: "ref-dept", onHandoff: "ask-regional", event: "REROUTE" },
			{ by: "part-regional", onHandoff: "ask-regional", event: "ACCEPT" },
		],
		ends: { closed: false, open: ["framing-call"] },
	},
	{
		id: "missing-place-and-care",
		title: { fr: "Les manques se voient", en: "The gaps show" },
		shows: {
			fr: "Ni place ni soin accessibles : chaque manque est codé, et l'accompagnement continue.",
			en: "Neither a place nor care within reach: each gap is coded, and the support continues.",
		},
		acts: [
			...supported,
			answer("ref-parcours", "care-choice", "OFFER"),
			...refused("offer-care", "ref-parcours", "soin", {
				reason: "OUT_OF_AREA",
				outcome: "NO_OFFER",
			}),
			answer("ref-dept", "care-gap", "CONTINUE"),
			answer("ref-parcours", "safety-choice", "ASK"),
			...accepted("ask-protection", "ref-parcours", "ase"),
			answer("ase", "safe-setting", "MOVE"),
			{ by: "ase", handsOff: "arrange-relocation" },
			{
				by: "ase",
				onHandoff: "arrange-relocation",
				event: "DECLARE_REFUSED",
				outcome: "NO_OFFER",
			},
			answer("ref-dept", "safety-gap", "CONTINUE"),
		],
		ends: {
			closed: false,
			open: ["assessment-scope", "review", "safety-choice", "care-later"],
		},
	},
	{
		id: "coming-of-age",
		title: { fr: "Dix-huit ans, et après", en: "Eighteen, and then" },
		shows: {
			fr: "Le relais décline, un autre accepte ; l'accompagnement continue après la majorité.",
			en: "The relay declines, another accepts; the support goes on after majority.",
		},
		acts: [
			...supported,
			review("MAJORITY_NEAR", "LT6M"),
			answer("ref-parcours", "prepare-majority", "RELAY", { majority_horizon: "LT6M" }),
			...refused("ask-relay", "ref-parcours", "insertion", {
				reason: "OUT_OF_SCOPE",
				outcome: "REFUSED",
			}),
			answer("ref-parcours", "prepare-majority", "RELAY", { majority_horizon: "REACHED" }),
			...accepted("ask-relay", "ref-parcours", "insertion"),
			answer("ref-parcours", "majority-choice", "CONTINUE"),
		],
		ends: {
			closed: false,
			open: ["assessment-scope", "review", "safety-choice", "care-choice"],
		},
	},
	{
		id: "renewed-exposure",
		title: { fr: "Une nouvelle exposition", en: "Renewed exposure" },
		shows: {
			fr: "Le plan est repris ; le soin en cours n'est pas annulé et se rattache au nouveau plan.",
			en: "The plan is made again; the care under way is not cancelled and attaches to the new plan.",
		},
		acts: [
			...supported,
			answer("ref-parcours", "care-choice", "OFFER"),
			...accepted("offer-care", "ref-parcours", "soin"),
			review("REEXPOSED"),
			answer("ref-parcours", "plan", "DONE"),
			answer("ref-parcours", "care-choice", "OFFER"),
			{ by: "soin", onHandoff: "offer-care", event: "CONTACT" },
			{ by: "soin", onHandoff: "offer-care", event: "COMPLETE" },
		],
		ends: { closed: false, open: ["assessment-scope", "review", "safety-choice"] },
	},
	{
		id: "change-of-territory",
		title: {
			fr: "Le jeune a changé de département",
			en: "The young person has changed département",
		},
		shows: {
			fr: "L'autre CRIP n'est pas jointe d'abord ; le relais accepté, on reste en appui.",
			en: "The other CRIP is not reached at first; once the relay is accepted, we stay in support.",
		},
		acts: [
			...supported,
			{ by: "crip", raises: "change-of-territory" },
			answer("crip", "territory-choice", "TRANSFER", { other_territory: "YES" }),
			{ by: "crip", handsOff: "territory-handover" },
			{
				by: "crip",
				onHandoff: "territory-handover",
				event: "DECLARE_REFUSED",
				outcome: "NO_ACK",
			},
			answer("crip", "territory-choice", "TRANSFER", { other_territory: "YES" }),
			...declared("territory-handover", "crip"),
			answer("crip", "territory-end", "CONTINUE"),
		],
		ends: {
			closed: false,
			open: ["assessment-scope", "review", "safety-choice", "care-choice"],
		},
	},
];
