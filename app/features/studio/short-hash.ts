/** As much of a version's hash as two people read out to each other. */
export function shortHash(hash: string): string {
	return hash.slice(0, 8);
}
