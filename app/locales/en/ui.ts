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
	pages: {
		label: "Pages of the list",
		previous: "Previous page",
		next: "Next page",
		position: "Page {{page}} of {{pages}}",
	},
} satisfies Translation<typeof fr>;
