import type { Translation } from "#app/i18n/translation.ts";
import type { joining as fr } from "../fr/joining.ts";

/** The words of the link of an invitation, and of coming in with a provider. */
export const joining = {
	title: "Welcome",
	lead: "{{structure}} invites you to join Relais.",
	place: "Your place",
	structure: "Structure",
	territory: "Territory",
	label: "Name that partners see",
	rights: "Rights",
	rightsNone: "follow the steps of your role",
	until: "This link works once, until {{until}}.",
	account: "Create your account",
	name: "Your name, as your colleagues know it",
	nameHint: "It stays in your account: partners see “{{label}}”.",
	nameMissing: "Write your name.",
	nameLong: "This name is too long: 80 characters at most.",
	email: "Work e-mail address",
	emailHint: "You sign in with it. Nothing about a young person will ever be sent there.",
	emailMissing: "Write your e-mail address.",
	emailOdd: "This e-mail address is not complete. Example: first.last@structure.fr",
	password: "Password",
	passwordHint:
		"At least 15 characters: a sentence of four or five words will do. No capital and no digit is required, and it will not have to be changed.",
	passwordMissing: "Choose a password.",
	passwordShort: "At least 15 characters are needed: add a word to your sentence.",
	passwordLong: "This password is too long: 128 characters at most.",
	passwordEasy:
		"This password can be guessed: it repeats the same signs, follows the keyboard or says what is known of you. Choose another sentence.",
	afterwards:
		"Next you will choose a passkey or a code application: a password alone opens nothing here.",
	submit: "Create my account",
	review: "Still to review:",
	vouched: "{{provider}} has recognised you: no password is needed.",
	withProvider: "Create my account with {{provider}}",
	haveAccount: "I already have a Relais account",
	other: {
		title: "One more place",
		lead: "{{structure}} invites you. You keep the same account, and each time you choose for whom you act.",
		with: "Account",
		submit: "Accept this place",
		signIn: "Sign in first",
		signInLead:
			"Sign in with your account, then open this link again: it stays valid and nothing is lost.",
		signInAct: "Sign in",
		new: "I have no account yet",
	},
	refusals: {
		"other-address": "This invitation is for another address. Check the one you write.",
		"address-taken":
			"This address cannot be used for a new account. If you already have an account, sign in, then open this link again.",
		"provider-taken":
			"This access is already linked to a Relais account. Sign in with it, then open this link again.",
		here: "You already have an active place in this structure.",
		"too-many": "Too many tries. Wait a quarter of an hour, then try again: the link stays valid.",
	},
	gone: {
		title: "This link opens nothing any more",
		lead: "It was used already, it was withdrawn, or its two days are over.",
		next: "Ask whoever invited you for a new link. If you have created your account already, sign in.",
		signIn: "Go to sign-in",
	},
	provider: {
		button: "Sign in with {{provider}}",
		back: {
			title: "Nearly there",
			lead: "Relais opens by itself.",
			next: "If nothing happens, go on yourself.",
			act: "Continue",
		},
		unavailable: {
			title: "{{provider}} does not answer",
			lead: "Relais works, but {{provider}} could not be reached. Nothing was lost.",
			next: "Try again in a few minutes, or sign in with your passkey or your password.",
		},
		cancelled: {
			title: "Sign-in given up",
			lead: "You left {{provider}} before the end. Nothing has changed.",
			next: "Begin again whenever you want, or sign in another way.",
		},
		refused: {
			title: "This answer does not hold",
			lead: "What {{provider}} sent back could not be verified, or was used already. Nobody was signed in.",
			next: "Begin again from the sign-in page.",
		},
		stale: {
			title: "Too much time has passed",
			lead: "Relais no longer knows which sign-in you had begun in this browser.",
			next: "Begin again from the sign-in page.",
		},
		unknown: {
			title: "No account is linked",
			lead: "{{provider}} knows you, but no Relais account is linked to this access. Relais never brings two accounts together by their e-mail address.",
			next: "Sign in, then link this access from “My account”. Without an account, ask the person in charge in your structure for an invitation.",
		},
		suspended: {
			title: "Your access is suspended",
			lead: "You have no active place any more: you were not here for 90 days, or a colleague closed your access.",
			next: "Somebody in charge of your structure can open it again in one gesture. If nobody answers for it any more, call the coordination of the territory.",
		},
		signIn: "Go to sign-in",
	},
	link: {
		title: "{{provider}}",
		lead: "You can sign in with {{provider}} as well as with your passkey or your password.",
		none: "No {{provider}} access is linked to your account.",
		linked: "A {{provider}} access is linked to your account.",
		begin: "Link my {{provider}} access",
		confirmTitle: "Link this access?",
		confirmLead:
			"You have just signed in to {{provider}}. On a shared computer, make sure that it was with your own access: it will open your Relais account.",
		confirm: "Link this access to my account",
		unlink: "Remove this link",
		unlinkLead: "You will no longer be able to sign in here with {{provider}}.",
		taken: "This {{provider}} access is linked to another Relais account. Nothing has changed.",
		lastWay: "Without this link nothing would open your account. Create a passkey first.",
		over: "Too much time has passed. Begin again from this page.",
		done: "It is recorded.",
		back: "My account",
		leave: "End my {{provider}} session too",
		leaveLead: "On a shared computer, {{provider}} would still recognise you.",
	},
} satisfies Translation<typeof fr>;
