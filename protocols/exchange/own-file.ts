import { z } from "zod";
import { canonicalJson } from "#protocols/language/canonical.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { id } from "#protocols/language/text.ts";

/** What a file of ours calls itself. */
export const ownFormat = "relais-protocol-file/1";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Where a protocol comes from: who wrote it, and what it was written from. */
export const fileOrigin = z.strictObject({
	/** The territory that wrote it, as it calls itself. */
	territory: z.string().trim().min(1).max(200),
	status: z.enum(["draft", "published"]),
	/** The model or the version that it was started from, with the territory that shared it. */
	from: z
		.strictObject({
			model: id.optional(),
			sha256: sha256.optional(),
			territory: z.string().trim().min(1).max(200).optional(),
		})
		.optional(),
});
export type FileOrigin = z.infer<typeof fileOrigin>;

/** What stands around the protocol in a file of ours. */
export const ownEnvelope = z.strictObject({
	file: z.literal(ownFormat),
	origin: fileOrigin,
	sha256,
	protocol: z.unknown(),
});

/** SHA-256 of a text in hexadecimal. It is handed in: this part of the program knows no cryptography. */
export type Digest = (text: string) => string;

/**
 * A protocol as a file of ours: nothing is lost, and the same protocol gives the same file to the
 * byte. Its hash is the name of its version.
 */
export function ownFile(protocol: Protocol, origin: FileOrigin, digest: Digest): string {
	const hash = digest(canonicalJson(protocol));
	return spread({ file: ownFormat, origin, protocol, sha256: hash });
}

/** One spelling for one document, spread over lines so that an editor can name them. */
export function spread(document: unknown): string {
	return `${JSON.stringify(JSON.parse(canonicalJson(document)), null, "\t")}\n`;
}
