import type { Translation } from "#app/i18n/translation.ts";
import type { ui as fr } from "../fr/ui.ts";

/** The words of the kit: none belongs to the domain. */
export const ui = {
	breadcrumb: "Breadcrumb",
	field: {
		optional: "(optional)",
		error: "Error:",
		chosen: "{{count}} of at most {{most}}",
		tooMany: "Too many: at most {{most}} answers.",
	},
	form: {
		offline: "No connection: nothing was sent, your answer is still here. Try again.",
		notTaken: "Nothing was recorded. Still to review:",
	},
	passkey: {
		cancelled: "The passkey did not answer: the request was closed or ran out. You can try again.",
		wrong: "This passkey opens nothing here. Try another one, or another way.",
		"too-many": "Too many tries. Wait a quarter of an hour, or use another way.",
		stale: "This page is out of date. Reload it, then try again.",
		failed: "The passkey could not be used. Try again, or use another way.",
	},
	pages: {
		label: "Pages of the list",
		previous: "Previous page",
		next: "Next page",
		position: "Page {{page}} of {{pages}}",
	},
} satisfies Translation<typeof fr>;
