/** Where chance comes from; injected, so that a seed repeats itself. */
export type Random = { bytes(count: number): Uint8Array };

/** Crockford's 32 symbols, read as the elements of GF(32). */
export const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const dataSymbols = 8;
const checkSymbols = 2;
export const codeLength = dataSymbols + checkSymbols;

/** Powers of the generator of GF(32), modulo x^5 + x^2 + 1. */
const powers = Array.from({ length: 31 }).reduce<number[]>((list) => {
	const doubled = (list.at(-1) ?? 0) << 1;
	return [...list, list.length === 0 ? 1 : doubled & 32 ? doubled ^ 37 : doubled];
}, []);
const logarithms = new Map(powers.map((element, exponent) => [element, exponent]));

/**
 * Draws a code: eight random symbols and two check symbols. No code holds a vowel, so none spells
 * a word; none derives from anything.
 *
 * The check symbols are a shortened Reed–Solomon code over GF(32): any one or two wrong symbols,
 * hence any transposition, are noticed.
 */
export function drawCode(random: Random): string {
	for (;;) {
		const data = [...random.bytes(dataSymbols)].map((byte) => byte & 31);
		const code = spell([...data, ...checksOf(data)]);
		if (!/[AE]/.test(code)) return code;
	}
}

/** What a person typed, as a code: spaces and dashes ignored, look-alikes read as meant. */
export function tidyCode(typed: string): string {
	return typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
}

/** Whether a code was copied without a slip; asked before the store is. */
export function isCode(code: string): boolean {
	const elements = [...code].map((symbol) => symbols.indexOf(symbol));
	if (elements.length !== codeLength || elements.includes(-1)) return false;
	return [1, 2].every((root) => syndrome(elements, root) === 0);
}

/** Shows a code in two groups of five, as one says it. */
export function showCode(code: string): string {
	return `${code.slice(0, 5)}-${code.slice(5)}`;
}

function spell(elements: number[]): string {
	return elements.map((element) => symbols[element]).join("");
}

/** The remainder of the data, shifted, by (x - a)(x - a²). */
function checksOf(data: number[]): number[] {
	const divisor = [(powers[1] ?? 0) ^ (powers[2] ?? 0), times(powers[1] ?? 0, powers[2] ?? 0)];
	const rest = [...data, ...Array<number>(checkSymbols).fill(0)];
	for (let index = 0; index < data.length; index += 1) {
		const lead = rest[index] ?? 0;
		divisor.forEach((factor, offset) => {
			rest[index + offset + 1] = (rest[index + offset + 1] ?? 0) ^ times(lead, factor);
		});
	}
	return rest.slice(data.length);
}

function syndrome(elements: number[], root: number): number {
	return elements.reduce((sum, element) => times(sum, powers[root] ?? 0) ^ element, 0);
}

function times(left: number, right: number): number {
	const first = logarithms.get(left);
	const second = logarithms.get(right);
	if (first === undefined || second === undefined) return 0;
	return powers[(first + second) % 31] ?? 0;
}
