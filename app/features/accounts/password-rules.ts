/** How long a password is: long enough to be used alone, and as many characters as a sentence has. */
export const passwordLength = { least: 15, most: 128 };

/**
 * Whether a password is long but easy all the same: a few characters over and over, keys in a row,
 * words that everybody tries first, or what is known of the person.
 *
 * @param about what others know: their address, their name
 */
export function isEasyPassword(password: string, about: readonly string[] = []): boolean {
	const plain = plainOf(password);
	if (new Set(plain).size < 6 || isRepeated(plain)) return true;
	const known = [...tried, ...about.flatMap(wordsOf)];
	const rest = known
		.toSorted((one, other) => other.length - one.length)
		.reduce((text, word) => text.replaceAll(word, ""), withoutRows(plain));
	return rest.length < 6;
}

/** What is tried first, in France; each counts for nothing. */
const tried = [
	"motdepasse",
	"password",
	"passe",
	"secret",
	"relais",
	"demonstration",
	"bonjour",
	"bienvenue",
	"soleil",
	"jetaime",
	"iloveyou",
	"welcome",
	"admin",
	"france",
	"association",
	"departement",
];

const rows = ["azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm"].concat([
	"abcdefghijklmnopqrstuvwxyz",
	"01234567890123456789",
]);

const shortestRow = 4;

/** Takes out keys that lie in a row, in either direction. */
function withoutRows(text: string): string {
	const both = rows.flatMap((row) => [row, [...row].reverse().join("")]);
	let kept = "";
	for (let at = 0; at < text.length; ) {
		const run = Math.max(...both.map((row) => runAt(text, at, row)));
		if (run < shortestRow) kept += text[at];
		at += run < shortestRow ? 1 : run;
	}
	return kept;
}

/** How many characters from a place on follow a row of keys. */
function runAt(text: string, at: number, row: string): number {
	let length = 0;
	while (at + length < text.length && row.includes(text.slice(at, at + length + 1))) length++;
	return length;
}

/** Whether it is the same few characters again and again. */
function isRepeated(text: string): boolean {
	for (let length = 1; length <= text.length / 2; length++) {
		const unit = text.slice(0, length);
		if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
	}
	return false;
}

function wordsOf(text: string): string[] {
	return text
		.split(/[\s@.,_'-]+/)
		.map(plainOf)
		.filter((word) => word.length >= 3);
}

/** Without capitals, accents, or anything but letters and digits of any alphabet. */
function plainOf(text: string): string {
	return text
		.normalize("NFKD")
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]/gu, "");
}
