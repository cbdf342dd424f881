import type { Translation } from "#app/i18n/translation.ts";
import type { refusals as fr } from "../fr/refusals.ts";

/** Why something was not recorded, and what to do next; one entry for each refusal code. */
export const refusals = {
	nothing: "Nothing was recorded, nothing is lost.",
	code: {
		"moved-on": {
			what: "Somebody acted since you opened this page.",
			next: "Read what has changed, then send again if it is still right: your answers are kept.",
		},
		"situation-closed": {
			what: "This situation is closed.",
			next: "If the concern comes back, open a new situation: the door stays open.",
		},
		"step-not-open": {
			what: "The step “{{step}}” no longer waits for an answer.",
			next: "Go back to the situation: what waits now is at the top.",
		},
		"not-your-step": {
			what: "This step belongs to the role “{{role}}”, carried by {{structure}}.",
			next: "Call that organisation; if it is yours to do, first change who carries this role.",
		},
		"role-not-bound": {
			what: "Nobody carries the role “{{role}}” yet.",
			next: "First choose the organisation that carries it, then answer.",
		},
		"handoff-decides": {
			what: "The step “{{step}}” ends with the partner's answer.",
			next: "Open the handoff: it is what moves the situation on.",
		},
		"outcome-unknown": {
			what: "The protocol does not know this outcome.",
			next: "Choose one of the outcomes shown.",
		},
		"outcome-not-allowed": {
			what: "The outcome “{{outcome}}” does not go with these answers.",
			next: "Look again at the answer that commands it, or choose another outcome.",
		},
		"rounds-spent": {
			what: "The outcome “{{outcome}}” was already chosen as often as the protocol allows.",
			next: "A decision is needed now: “{{beyond}}”.",
		},
		"answers-incomplete": {
			what: "An answer is missing: {{fields}}.",
			next: "Complete it, then send again.",
		},
		"answer-unknown": {
			what: "The answer “{{field}}” is not expected here.",
			next: "Reload the page, then choose among the answers shown.",
		},
		"handoffs-pending": {
			what_one: "One handoff is still under way: the situation cannot close before it ends.",
			what_other:
				"{{count}} handoffs are still under way: the situation cannot close before they end.",
			next: "Wait for their answer, or withdraw them, then come back to close.",
		},
		"interruption-unknown": {
			what: "The protocol of this situation does not provide for this event.",
			next: "Go back to the situation: those it provides for are listed there. In danger, call.",
		},
		"cannot-raise": {
			what: "Your organisation cannot declare “{{interruption}}” here.",
			next: "Call the organisation that holds the situation. In danger, call the emergency services first.",
		},
		"not-part-of-it": {
			what: "Your organisation has no part in this situation.",
			next: "Call the organisation that handed it to you.",
		},
		"not-holder": {
			what: "Only an organisation that holds the situation, the through-line organisation or the coordination decides this.",
			next: "Call the organisation that holds the situation.",
		},
		"structure-not-available": {
			what: "{{structure}} cannot be chosen as “{{role}}”: it does not hold this role here, or is no longer active.",
			next: "Choose another organisation from the list.",
		},
		"not-your-entry": {
			what: "This answer was not given by your organisation.",
			next: "Call the organisation that recorded it: it alone can correct it.",
		},
		"too-late-to-change-outcome": {
			what: "Others have acted since: the outcome can no longer change.",
			next: "Correct the answers alone; to change direction, answer the step that is open now.",
		},
		"not-a-handoff-step": {
			what: "The step “{{step}}” is not a handoff.",
			next: "Answer it from the page of the situation.",
		},
		"already-handed-off": {
			what: "A handoff is already running for the step “{{step}}”.",
			next: "Follow it, or withdraw it before you prepare another.",
		},
		"wrong-number-of-recipients": {
			what_zero: "This recipient does not use Relais: there is no organisation to choose.",
			what_one: "Choose one organisation, and only one.",
			what_other: "Choose at least one organisation, and {{count}} at most.",
			next: "Look at the recipients again, then send.",
		},
		"to-yourself": {
			what: "This organisation is the one that hands off, or the one that has just answered.",
			next: "Choose another organisation from the list.",
		},
		"handoff-unknown": {
			what: "This handoff is no longer there.",
			next: "Go back to the situation: the handoffs under way are listed there.",
		},
		"act-not-allowed": {
			what: "The handoff is in the state “{{state}}”: this can no longer be done.",
			next: "Read where it stands; what is possible now is on its page.",
		},
		"not-your-act": {
			what: "This belongs to: {{parties}}.",
			next: "Tell the right person, by telephone if need be.",
		},
		"code-missing": {
			what: "One thing is missing: {{need}}.",
			next: "Complete it, then send again.",
		},
		"not-matched": {
			what: "The line has not been found yet: it takes the number, the two words and the identity.",
			next: "Have them call you back, type the number that you hear, then send again.",
		},
		"already-matched": {
			what: "Your structure has already found this line and received it.",
			next: "If the identity was the wrong one, call the sender, then decline the handoff or give it back.",
		},
		"needs-two-people": {
			what: "Two different people have to confirm it, each from their own situation.",
			next: "Ask a colleague, or the other structure, to do it with you.",
		},
		"needs-matching-role": {
			what: "One of you two has to act for the CRIP, the ASE or the coordination: they alone know both young people.",
			next: "Call the CRIP: it is with them that two situations are brought together.",
		},
		"other-protocol": {
			what: "What still runs in the one has no place in the protocol of the other.",
			next: "First bring the handoffs and interruptions of the newer one to their end, then start again.",
		},
		"cannot-move": {
			what: "This situation cannot go on under the other version: it is not proven that nothing would be lost there.",
			next: "Go back to the map of the steps, or leave the situation under its version.",
		},
		"only-once": {
			what: "This is done once only, and it has been done.",
			next: "Call your partner for what comes next: a voice often settles what a screen cannot.",
		},
		"too-early": {
			what: "It is too early: this will be possible from {{from}}.",
			next: "Until then, call your partner.",
		},
		"too-early-undated": {
			what: "It is too early: the other organisation still has time to answer.",
			next: "Until then, call your partner.",
		},
		"date-too-late": {
			what: "This date is too far away: {{latest}} at the latest.",
			next: "Choose a nearer date.",
		},
		"date-past": {
			what: "This date has already passed.",
			next: "Choose a date to come.",
		},
		"referent-unknown": {
			what: "This person is no longer active in the organisation.",
			next: "Choose another referent.",
		},
		"outcome-to-choose": {
			what: "Several things may follow: {{outcomes}}.",
			next: "Choose the one that fits, then send again.",
		},
		"not-inactive": {
			what: "Somebody has acted in this situation since: there is nothing left to confirm.",
			next: "Go back to the situation: what waits now is at the top.",
		},
		"needs-arbitration": {
			what: "Something still runs here: a handoff, an episode or an escalated delay.",
			next: "End what runs, or say that the situation goes on.",
		},
		"key-reused": {
			what: "This form was already sent, with other answers.",
			next: "Reload the page to see what was recorded the first time.",
		},
	},
	need: {
		matched: "the number heard",
		mismatch: "why the line does not match",
		information: "what the young person was told",
		identityBy: "how the identity reached you",
		declineReason: "the reason for declining",
		suggests: "the organisation suggested",
		redirectReason: "the reason",
		suspensionReason: "the reason for suspending",
		missing: "what is missing",
		phone: "what the call gave",
		contact: "how the contact was made",
		review: "what the review found",
		outcome: "the outcome",
		next: "what happens next",
		declaredBy: "how you know",
		referent: "the referent",
		until: "the date",
		reroutesTo: "the new organisation",
	},
	party: {
		sender: "the organisation that handed off",
		reception: "reception at the receiving organisation",
		referent: "the referent at the receiving organisation",
		lead: "the through-line organisation",
		coordinator: "the coordination of the territory",
		participant: "an organisation with a part in the situation",
		clock: "nobody: only the delay does it",
		system: "nobody: it happens by itself",
	},
} satisfies Translation<typeof fr>;
