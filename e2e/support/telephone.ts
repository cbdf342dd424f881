/*
 * What people have said to each other on the telephone: it passes through no page. The number of a
 * handoff stands for the call.
 */
const said = new Map<string, { words: string }>();

/** The sender reads the two words of a handoff aloud, with its number. */
export function says(number: string, words: string): void {
	said.set(number, { words });
}

/** The two words that the recipient has heard. @throws Error when nobody called */
export function heard(number: string): string {
	const call = said.get(number);
	if (!call) throw new Error(`Nobody called about ${number}.`);
	return call.words;
}
