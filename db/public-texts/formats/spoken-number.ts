/** Numbers as they are said, up to 19, in French and in English. */
const small = new Map<string, number>(
	[
		["zero", "oh"],
		["un", "une", "one"],
		["deux", "two"],
		["trois", "three"],
		["quatre", "four"],
		["cinq", "five"],
		["six"],
		["sept", "seven"],
		["huit", "eight"],
		["neuf", "nine"],
		["dix", "ten"],
		["onze", "eleven"],
		["douze", "twelve"],
		["treize", "thirteen"],
		["quatorze", "fourteen"],
		["quinze", "fifteen"],
		["seize", "sixteen"],
		["seventeen"],
		["eighteen"],
		["nineteen"],
	].flatMap((words, value) => words.map((word) => [word, value] as const)),
);

const tens = new Map<string, number>([
	["vingt", 20],
	["vingts", 20],
	["twenty", 20],
	["trente", 30],
	["thirty", 30],
	["quarante", 40],
	["forty", 40],
	["cinquante", 50],
	["fifty", 50],
	["soixante", 60],
	["sixty", 60],
	["septante", 70],
	["seventy", 70],
	["huitante", 80],
	["eighty", 80],
	["nonante", 90],
	["ninety", 90],
]);

/**
 * The value of a number said in one word, hyphens included: `trente-quatre`, `quatre-vingt-douze`.
 *
 * @param bare in small letters, without accents
 * @returns a number from 0 to 99; undefined when the word says no number
 */
export function spokenNumber(bare: string): number | undefined {
	let value: number | undefined;
	for (const part of bare.split("-")) {
		if (part === "et" && value !== undefined) continue;
		value = goOn(value, part);
		if (value === undefined) return undefined;
	}
	return value !== undefined && value < 100 ? value : undefined;
}

function goOn(before: number | undefined, part: string): number | undefined {
	const ten = tens.get(part);
	if (ten === 20 && before === 4) return 80;
	const said = ten ?? small.get(part);
	return said === undefined ? undefined : (before ?? 0) + said;
}
