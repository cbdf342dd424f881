import type { State } from "./state.ts";

/**
 * Finds a state among those that were seen, by what it holds: an open-addressed table, because
 * spelling each state as a key would cost more than everything else in an exploration.
 *
 * @see D. E. Knuth, "The Art of Computer Programming" 3, 6.4, algorithm L
 */
export function stateIndex(states: State[]) {
	const hashes: number[] = [];
	// Each place holds a state's number plus one; nought is free.
	let table = new Int32Array(1024);

	const placeOf = (state: State, hash: number): number => {
		const mask = table.length - 1;
		for (let place = hash & mask; ; place = (place + 1) & mask) {
			const known = (table[place] ?? 0) - 1;
			if (known === -1) return place;
			if (hashes[known] === hash && same(states[known] as State, state)) return place;
		}
	};
	const grow = () => {
		const mask = table.length * 2 - 1;
		table = new Int32Array(mask + 1);
		for (const [index, hash] of hashes.entries()) {
			let place = hash & mask;
			while (table[place] !== 0) place = (place + 1) & mask;
			table[place] = index + 1;
		}
	};
	return {
		/** The number of a state, which is added where it is new: then it is the last. */
		numberOf(state: State): number {
			const hash = hashOf(state);
			const place = placeOf(state, hash);
			const known = (table[place] ?? 0) - 1;
			if (known !== -1) return known;
			const fresh = states.push(state) - 1;
			hashes.push(hash);
			table[place] = fresh + 1;
			if (states.length * 2 > table.length) grow();
			return fresh;
		},
	};
}

function hashOf(state: State): number {
	let hash = 0;
	for (let at = 0; at < state.length; at += 1) {
		hash = Math.imul(hash ^ ((state[at] ?? 0) + 1), 0x9e3779b1);
		hash ^= hash >>> 15;
	}
	return hash;
}

function same(left: State, right: State): boolean {
	for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) return false;
	return true;
}
