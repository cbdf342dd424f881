import type { Translation } from "#app/i18n/translation.ts";
import type { retention as fr } from "../fr/retention.ts";

/** The words of retention: how long what is kept, and what is asked when nobody acts. */
export const retention = {
	policy: {
		title: "Data retention",
		lead: "How long Relais keeps what concerns the situations of your territory. You may shorten everything. Relais is nobody's file: files stay with the organisations.",
		saved: "Recorded. Nothing is closed or erased because of this change for a week.",
		open: "When nobody acts any more",
		openLead:
			"Any act of a professional begins the count anew. A situation in which a handoff, a runaway, a danger or an escalated delay still runs never closes by itself: it is put before you.",
		closed: "After the closure",
		closedLead:
			"Dates become weeks at the closure. In the end everything about the situation is erased, and only yearly totals in bands remain.",
		reminderDays: "Reminder to whoever holds the situation, after (days)",
		proposalDays: "Proposal to close, after (days)",
		closureDays: "Closure without activity, after (days)",
		purgeDays: "Erasure after the closure (days)",
		limits: "From {{least}} to {{most}} days. By default: {{usual}}.",
		limitsPurge:
			"From {{least}} to {{usual}} days, or up to {{most}} (24 months) with a reason written in your impact assessment.",
		longerReason: "Reason for keeping more than {{usual}} days",
		longerHint: "Only beyond {{usual}} days: the territory's impact assessment must say so.",
		noReason: "None: {{usual}} days at most",
		submit: "Record these durations",
		unchanged: "Nothing changes until you have recorded it.",
		before: "Nothing was recorded. What remains to be looked at:",
		notANumber: "Write a whole number of days.",
		tooShort: {
			reminderDays: "A reminder earlier than 14 days would come before anyone could act.",
			proposalDays: "Proposing to close takes at least 28 days without activity.",
			closureDays: "A closure without activity takes at least 56 days.",
			purgeDays: "At least 30 days are needed: to read a late return, or to notice a mistake.",
		},
		tooLong: {
			reminderDays: "60 days at most.",
			proposalDays: "90 days at most.",
			closureDays: "180 days at most.",
			purgeDays: "730 days at most: two years after the last contact.",
		},
		tooClose: {
			proposalDays: "Leave at least 14 days between the reminder and the proposal.",
			closureDays: "Leave at least 14 days between the proposal and the closure.",
		},
		reasonMissing: "Choose the reason that your impact assessment gives, or 90 days at most.",
		reasonNeedless: "A reason serves only beyond 90 days: choose “None”.",
		fixed: {
			title: "What is the same everywhere",
			trail: "The trail: who read what",
			trailKept: "12 months, then erased; it no longer names a situation that was erased.",
			forms: "Forms already received",
			formsKept: "7 days, as a fingerprint.",
			accounts: "Accounts that nobody uses",
			accountsKept: "Suspended after 90 days, erased after a year.",
			totals: "Yearly totals",
			totalsKept: "Without limit: bands, never a situation.",
		},
		why: {
			title: "Why these ceilings",
			cnil: "The CNIL's framework for child protection (20 January 2022) allows two years at most after the last contact. Relais stays well below, because it is not the file.",
			least:
				"The shortest durations leave time to answer: a mistaken setting closes and erases nothing at once.",
			clock:
				"Nor does a wrong clock: nothing is closed or erased before the server has lived a week of days.",
		},
	},
	followUp: {
		title: "Does this situation go on?",
		lead: "Nobody has recorded anything since the week of {{week}}. Saying that it goes on begins the count anew.",
		finding: "Where does it stand?",
		missing: "Choose what describes the situation best.",
		submit: "The situation goes on",
		close: "Close this situation",
	},
	closing: {
		title: "Close this situation where it stands",
		lead: "Nothing is recorded yet. Check that this is the right situation.",
		reason: "Why does it close?",
		missing: "Choose a reason.",
		effect:
			"It closes for every organisation. The door stays open: if the concern comes back, a new one is opened.",
		submit: "Close the situation",
		back: "Go back without closing",
	},
} satisfies Translation<typeof fr>;
