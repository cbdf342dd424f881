import { z } from "zod";
import { transports } from "#db/schema/factors.ts";

/* What a browser says of a key, as WebAuthn writes it down. What we have no use for is left out. */

const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,16384}$/);
const attachment = z.enum(["platform", "cross-platform"]).optional().catch(undefined);
const credential = {
	id: base64url,
	rawId: base64url,
	type: z.literal("public-key"),
	authenticatorAttachment: attachment,
	clientExtensionResults: z.object({}),
};

/** A key that was just made. */
export const madeKey = z.object({
	...credential,
	response: z.object({
		attestationObject: base64url,
		clientDataJSON: base64url,
		transports: z
			.array(z.string())
			.max(20)
			.default([])
			.transform((named) => transports.filter((known) => named.includes(known))),
	}),
});

/** A key that signed a challenge. */
export const signedByKey = z.object({
	...credential,
	response: z.object({
		authenticatorData: base64url,
		clientDataJSON: base64url,
		signature: base64url,
		userHandle: base64url.optional(),
	}),
});

/** What a key signed, in clear; its other members are checked by the library. */
const clientData = z.object({ challenge: base64url });

/** Reads what a form sent in its `passkey` field; `undefined` for anything else than a key's answer. */
export function readKey<Schema extends z.ZodType>(
	schema: Schema,
	sent: string,
): z.output<Schema> | undefined {
	const json = parsed(sent);
	return json === undefined ? undefined : schema.safeParse(json).data;
}

/** The challenge that a key says it signed. */
export function challengeIn({ clientDataJSON }: { clientDataJSON: string }): string | undefined {
	const text = Buffer.from(clientDataJSON, "base64url").toString("utf8");
	return clientData.safeParse(parsed(text)).data?.challenge;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
