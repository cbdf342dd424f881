import type { Translation } from "#app/i18n/translation.ts";
import type { letters as fr } from "../fr/letters.ts";

/** The letters: constant texts, filled in with nothing but the address of the site. */
export const letters = {
	waiting: {
		subject: "{{name}}: something is waiting for you",
		body: "Hello,\n\nSomething is waiting for you in your professional space. This message does not say what: sign in to read it.\n\n{{site}}\n\nThis notice goes in the morning and in the early afternoon, only if there is a reason. You choose your notices in your account.\n\nDo not answer this message: nobody would read your answer.\n",
	},
	urgent: {
		subject: "{{name}}: please look now",
		body: "Hello,\n\nSomething urgent is waiting for you in your professional space. This message does not say what: sign in as soon as you can to read it.\n\n{{site}}\n\nIf you cannot sign in, ask a colleague of your structure to do so.\n\nDo not answer this message: nobody would read your answer.\n",
	},
	weekly: {
		subject: "{{name}}: your week",
		body: "Hello,\n\nThe figures of your week are waiting for you in your professional space: what remains to be done and what is late. Sign in to read them, on the page “My week”.\n\n{{site}}\n\nThis notice goes once a week, only if there is a reason. You choose your notices in your account.\n\nDo not answer this message: nobody would read your answer.\n",
	},
	operator: {
		subject: "{{name}}: the server needs you",
		body: "Hello,\n\nThe server met something that it cannot settle alone. This message does not say what: look at the operator's page, or run “relais doctor” and “relais incidents” on the machine.\n\n{{site}}\n\nDo not answer this message: nobody would read your answer.\n",
	},
} as const satisfies Translation<typeof fr>;
