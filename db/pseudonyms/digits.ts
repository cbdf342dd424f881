import type { Random } from "./code.ts";

/** Draws a number of so many digits, each equally likely, to be said once on the telephone. */
export function drawDigits(random: Random, count: number): string {
	let drawn = "";
	while (drawn.length < count) {
		const [byte = 0] = random.bytes(1);
		// 250 to 255 are thrown away: they would make the first digits likelier.
		if (byte < 250) drawn += String(byte % 10);
	}
	return drawn;
}

/** What a person typed, as digits: spaces ignored. Undefined when it is not so many digits. */
export function tidyDigits(typed: string, count: number): string | undefined {
	const digits = typed.replaceAll(/\s/g, "");
	return digits.length === count && /^\d+$/.test(digits) ? digits : undefined;
}
