/** The months, in French and in English, short forms included, without accents. */
const months = [
	["janvier", "janv", "january", "jan"],
	["fevrier", "fevr", "fev", "february", "feb"],
	["mars", "march", "mar"],
	["avril", "avr", "april", "apr"],
	["mai", "may"],
	["juin", "june", "jun"],
	["juillet", "juil", "july", "jul"],
	["aout", "august", "aug"],
	["septembre", "sept", "september", "sep"],
	["octobre", "oct", "october"],
	["novembre", "nov", "november"],
	["decembre", "dec", "december"],
];

const numbers = new Map(
	months.flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);

/** The number of a month from its name in small letters without accents. */
export function monthNumber(bare: string): number | undefined {
	return numbers.get(bare);
}
