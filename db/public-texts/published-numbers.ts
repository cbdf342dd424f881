/**
 * Numbers of public services and national helplines that a public text may name, as their
 * digits. Short numbers are listed too: a text says « appelez le 119 ».
 */
export const publishedNumbers: ReadonlySet<string> = new Set([
	// Emergency: police, ambulance, fire brigade, Europe, by text, social emergency, at sea.
	...["17", "15", "18", "112", "114", "115", "196"],
	// Children in danger, missing children, victims, health advice out of hours.
	...["119", "116000", "116006", "116117", "116111"],
	// Online violence, violence against women, suicide prevention, ill-treatment, discrimination.
	...["3018", "3919", "3114", "3977", "3928"],
	// Fil Santé Jeunes, Drogues info service, Viols Femmes Informations.
	...["0800235236", "0800231313", "0800059595"],
]);

/** A French number as the ten digits that one dials in France; other digits as they are. */
export function nationalDigits(number: string): string {
	const digits = number.replace(/\D/g, "");
	return digits.replace(/^(?:00)?33(?=0?[1-9]\d{8}$)0?/, "0");
}
