import { Transform } from "node:stream";

/**
 * Lets a page pass without the bytes of value 0 that React 18 leaves in it: where a letter of
 * several bytes would not fit into the rest of a chunk, it sends that rest as it is. A browser
 * shows such a byte in a text area as a letter of its own, and sends it back.
 *
 * No page of ours has one of its own: `readForm` refuses them.
 */
export function withoutNulls(): Transform {
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			done(null, chunk.includes(0) ? Buffer.from(chunk.filter((byte) => byte !== 0)) : chunk);
		},
	});
}
