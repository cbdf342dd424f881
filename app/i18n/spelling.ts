/** The French spelling alphabet, as people say it on the telephone; codes hold no vowel but Y. */
const letters: Readonly<Record<string, string>> = {
	A: "Anatole",
	B: "Berthe",
	C: "Célestin",
	D: "Désiré",
	E: "Eugène",
	F: "François",
	G: "Gaston",
	H: "Henri",
	I: "Irma",
	J: "Joseph",
	K: "Kléber",
	L: "Louis",
	M: "Marcel",
	N: "Nicolas",
	O: "Oscar",
	P: "Pierre",
	Q: "Quintal",
	R: "Raoul",
	S: "Suzanne",
	T: "Thérèse",
	U: "Ursule",
	V: "Victor",
	W: "William",
	X: "Xavier",
	Y: "Yvonne",
	Z: "Zoé",
};

const digits = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"];

/** One symbol of a code, with the word that says it. */
export type Spelled = { key: string; symbol: string; word: string };

/** A shown code as its two groups of symbols, each with its word. */
export function spellCode(shown: string): Spelled[][] {
	return shown.split("-").map((group, place) =>
		[...group].map((symbol, index) => ({
			key: `${place}${index}`,
			symbol,
			word: letters[symbol] ?? digits[Number(symbol)] ?? symbol,
		})),
	);
}
