import { createHash } from "node:crypto";
import type { Random } from "../pseudonyms/code.ts";

/** Chance that repeats itself: the same name gives the same bytes. For made-up data only. */
export function repeatableChance(name: string): Random {
	let block = 0;
	let left = Buffer.alloc(0);
	const more = () => {
		block += 1;
		return createHash("sha256").update(`${name} ${block}`).digest();
	};
	return {
		bytes(count) {
			while (left.length < count) left = Buffer.concat([left, more()]);
			const drawn = left.subarray(0, count);
			left = left.subarray(count);
			return new Uint8Array(drawn);
		},
	};
}
