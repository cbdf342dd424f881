import type { Translation } from "#app/i18n/translation.ts";
import type { recovery as fr } from "../fr/recovery.ts";

/** The words of the ways back into an account. */
export const recovery = {
	list: {
		title: "Help somebody back in",
		lead: "A forgotten password, a lost telephone. Make sure by voice that it is really the person.",
		back: "My account",
		nobody: "There is nobody whom you could help back in.",
		waits: "waits for a second person",
		given: "a link is out",
	},
	one: {
		back: "Help somebody back in",
		lead: "{{structure}}. Make sure by voice that it is really the person: they must tell you nothing of their password.",
		waiting: "A request waits since {{when}}",
		waitingBy:
			"Asked for by {{label}}. A second person, of the coordination or the administration, must agree.",
		agreeLead:
			"By agreeing you erase the passkeys, the codes and the password of this account; its sessions end. The link becomes the only way.",
		agree: "Agree and make the link",
		givenTitle: "A link is out until {{until}}",
		givenLead: "If it got lost, withdraw it and begin again.",
		withdraw: "Withdraw",
		title: "What happened?",
		reason: {
			forgotten: "Password forgotten",
			lost: "Telephone or passkey lost",
			stolen: "Telephone or passkey stolen",
			broken: "Telephone or passkey broken",
			replaced: "New telephone, without the old one",
		},
		hint: {
			forgotten: "One link is enough. The second factor is still asked for.",
			lost: "Two people must agree; the person begins anew.",
			stolen: "Two people must agree; the person begins anew.",
			broken: "Two people must agree; the person begins anew.",
			replaced: "Two people must agree; the person begins anew.",
		},
		missing: "Choose what happened.",
		submit: "Go on",
		asked: "It is asked for. A second person must now agree.",
		withdrawn: "It is withdrawn.",
	},
	refusals: {
		over: "This request no longer waits: it was agreed to, withdrawn, or ran out.",
		"needs-two": "This account has no second factor yet: choose a loss, which takes two people.",
		"same-person":
			"A second person must agree, and one of the two be of the coordination or the administration.",
	},
	shown: {
		title: "The link of {{label}}",
		lead: "It works once only. Give it to the person yourself, in person if you can.",
		once: "This link is shown only now",
		until: "It opens until {{until}}.",
		link: "Link to hand over",
		done: "Done",
	},
	open: {
		title: "Find your account again",
		lead: "Choose a new password. The second factor will be asked for next, as usual.",
		leadAnew: "Choose a new password. Then you will choose what shows that it is you.",
		password: "New password",
		passwordHint: "At least fifteen characters: a sentence that you remember will do.",
		passwordEasy: "This password is too easy to guess. Try a sentence of four unrelated words.",
		submit: "Record the password",
		goneTitle: "This link opens nothing any more",
		gone: "It was used, was withdrawn, or is more than two days old. Ask the person who is responsible for Relais in your structure for another one.",
		goneBack: "Back to signing in",
	},
	password: {
		title: "Change my password",
		lead: "Your other sessions end.",
		back: "My account",
		current: "Current password",
		currentMissing: "Write your current password.",
		currentWrong: "This is not your current password.",
		tooMany: "Too many tries. Wait a quarter of an hour, then try again.",
		submit: "Change",
		done: "Your password is changed",
		doneLead: "Your other sessions have ended.",
	},
} satisfies Translation<typeof fr>;
