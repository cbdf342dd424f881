/**
 * How long work beside the requests goes on before it looks at what they wait for. Writing to the
 * disk comes on top: together they stay well under the 50 ms that nobody notices.
 */
export const sliceMs = 8;

/**
 * Says yes until so much time has passed.
 *
 * @param ticks milliseconds that only ever grow; tests bring their own
 */
export function within(ms: number, ticks: () => number = () => performance.now()): () => boolean {
	const began = ticks();
	return () => ticks() - began < ms;
}
