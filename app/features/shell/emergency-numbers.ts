import type { TextKey } from "#app/i18n/text-key.ts";

/** A number to call or to write to. */
export type EmergencyNumber = {
	number: string;
	/** What the telephone dials; a text message where one writes. */
	address: string;
	words: TextKey;
	/** Fewer words, where there is little room. */
	short?: TextKey;
};

/** The national emergency numbers. They are always on screen, on paper, and before signing in. */
export const dangerNow: EmergencyNumber[] = [
	{
		number: "17",
		address: "tel:17",
		words: "shell:emergency.police",
		short: "shell:emergency.policeShort",
	},
	{ number: "15", address: "tel:15", words: "shell:emergency.ambulance" },
	{
		number: "112",
		address: "tel:112",
		words: "shell:emergency.europe",
		short: "shell:emergency.europeShort",
	},
	{
		number: "114",
		address: "sms:114",
		words: "shell:emergency.text",
		short: "shell:emergency.textShort",
	},
];

/** The line for advice that is shown with them. */
export const childInDanger: EmergencyNumber = {
	number: "119",
	address: "tel:119",
	words: "shell:emergency.child",
};

/** The other lines, each under its heading. */
export const otherLines: { heading: TextKey; lines: EmergencyNumber[] }[] = [
	{
		heading: "shell:emergency.advice",
		lines: [
			childInDanger,
			{ number: "116 000", address: "tel:116000", words: "shell:emergency.missing" },
		],
	},
	{
		heading: "shell:emergency.online",
		lines: [{ number: "3018", address: "tel:3018", words: "shell:emergency.violence" }],
	},
	{
		heading: "shell:emergency.listening",
		lines: [{ number: "3919", address: "tel:3919", words: "shell:emergency.women" }],
	},
];
