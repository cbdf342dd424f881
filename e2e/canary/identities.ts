/** Somebody who does not exist: what a hurried professional might type about a minor. */
export type Identity = {
	/** Its place in the series: with the seed, it gives the same identity again. */
	index: number;
	firstName: string;
	lastName: string;
	/** Ten digits, as in `0612345678`. */
	phone: string;
	/** Fifteen digits, the last two of which are the key of the thirteen before. */
	nir: string;
	/** `YYYY-MM-DD`. */
	born: string;
	street: string;
	/** On a social network. */
	handle: string;
	email: string;
};

/** An endless row of identities, each given once. */
export type Identities = { seed: number; next(): Identity; all(): readonly Identity[] };

const beginnings = ["Tar", "Vel", "Quor", "Bel", "Dras", "Mel", "Ner", "Ol", "Gri", "Sav", "Zé"];
const middles = [
	"ven",
	"gri",
	"ma",
	"do",
	"ra",
	"thé",
	"lin",
	"cou",
	"sé",
	"bor",
	"ni",
	"va",
	"ruz",
];
const endings = ["doux", "san", "gnac", "rel", "vieu", "moque", "trand", "lière", "zac", "bault"];
const firstEndings = ["line", "ïs", "rique", "wenn", "nora", "dis", "maé", "lya", "zéo", "thys"];

/** Draws identities from a seed; the same seed draws the same ones. */
export function drawIdentities(seed: number): Identities {
	const chance = repeatable(seed);
	const used = new Set<string>();
	const drawn: Identity[] = [];
	const fresh = (draw: () => string): string => {
		for (;;) {
			const word = draw();
			const plain = withoutAccents(word).toLowerCase();
			if (used.has(plain)) continue;
			used.add(plain);
			return word;
		}
	};
	return {
		seed,
		next() {
			const identity = drawOne(drawn.length, chance, fresh);
			drawn.push(identity);
			return identity;
		},
		all: () => drawn,
	};
}

/** The same word as one types it without accents. */
export function withoutAccents(text: string): string {
	return text.normalize("NFD").replaceAll(/\p{Diacritic}/gu, "");
}

type Chance = (below: number) => number;

function drawOne(index: number, chance: Chance, fresh: (draw: () => string) => string): Identity {
	const pick = <Item>(list: readonly Item[]) => list[chance(list.length)] as Item;
	const word = (last: readonly string[]) => () =>
		`${pick(beginnings)}${pick(middles)}${pick(middles)}${pick(middles)}${pick(last)}`;
	const firstName = fresh(word(firstEndings));
	const lastName = fresh(word(endings));
	const street = fresh(word(endings));
	const plain = withoutAccents(`${firstName}.${lastName}`).toLowerCase();
	const year = 2008 + chance(7);
	const month = two(1 + chance(12));
	const day = two(1 + chance(28));
	return {
		index,
		firstName,
		lastName,
		phone: fresh(() => `0${6 + chance(2)}${digits(chance, 8)}`),
		nir: nirOf(
			`${1 + chance(2)}${two(year % 100)}${month}${two(1 + chance(95))}${digits(chance, 6)}`,
		),
		born: `${year}-${month}-${day}`,
		street,
		handle: `${withoutAccents(lastName).toLowerCase()}_${chance(90) + 10}`,
		email: `${plain}@courriel.example`,
	};
}

/** Adds the key of the thirteen digits, as French social security computes it. */
function nirOf(thirteen: string): string {
	return `${thirteen}${two(97 - Number(BigInt(thirteen) % 97n))}`;
}

function two(number: number): string {
	return String(number).padStart(2, "0");
}

function digits(chance: Chance, count: number): string {
	return Array.from({ length: count }, () => chance(10)).join("");
}

/** Chance that repeats itself (mulberry32). */
export function repeatable(seed: number): Chance {
	let state = seed >>> 0;
	return (below) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
	};
}
