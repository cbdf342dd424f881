/** A number for a word (FNV-1a, 32 bits): what a set keeps of it. */
export function wordNumber(word: string, start: number = firstNumber): number {
	let number = start;
	for (let at = 0; at < word.length; at++) {
		number = Math.imul(number ^ word.charCodeAt(at), 0x01000193);
	}
	return number;
}

const firstNumber = 0x811c9dc5;

/**
 * A large set of words in little memory: four bytes a word instead of fifty. Two words may share
 * a number: among half a million, one foreign word in ten thousand is taken for a member.
 */
export class WordSet {
	readonly #numbers: Uint32Array;

	/** @param numbers of the words, in any order, repeated or not; sorted in place */
	constructor(numbers: Uint32Array) {
		this.#numbers = numbers.sort();
	}

	static of(words: Iterable<string>): WordSet {
		return new WordSet(Uint32Array.from(words, (word) => wordNumber(word)));
	}

	has(word: string): boolean {
		const sought = wordNumber(word) >>> 0;
		let [low, high] = [0, this.#numbers.length - 1];
		while (low <= high) {
			const middle = (low + high) >>> 1;
			const number = this.#numbers[middle] ?? 0;
			if (number === sought) return true;
			if (number < sought) low = middle + 1;
			else high = middle - 1;
		}
		return false;
	}
}
