import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { testOrigin } from "./services.for-tests.ts";

/** What a test bends about an answer; by default it is one that a good device gives. */
export type Bend = { origin?: string; counter?: number; verified?: boolean };

const [present, verified, withKey] = [0x01, 0x04, 0x40];

/** A device that holds one passkey, for tests: it makes the key and signs with it, as browsers say it. */
export function authenticator() {
	const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const credentialId = randomBytes(24);
	let signed = 0;
	const named = { id: credentialId.toString("base64url"), type: "public-key" } as const;
	const whole = { ...named, rawId: named.id, clientExtensionResults: {} };

	return {
		/** Answers the wish for a new key, as the form sends it. */
		make({ challenge, rp }: { challenge: string; rp: { id?: string } }, bend: Bend = {}): string {
			const data = authenticatorData(rp.id ?? "", withKey, bend, keyOf(publicKey, credentialId));
			const attestation = new Map<string, string | Uint8Array | Map<never, never>>([
				["fmt", "none"],
				["attStmt", new Map<never, never>()],
				["authData", data],
			]);
			return JSON.stringify({
				...whole,
				authenticatorAttachment: "platform",
				response: {
					attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString("base64url"),
					clientDataJSON: clientData("webauthn.create", challenge, bend).toString("base64url"),
					transports: ["internal", "a road that nobody knows"],
				},
			});
		},

		/** Signs a challenge, as the form sends it. */
		sign({ challenge, rpId }: { challenge: string; rpId?: string }, bend: Bend = {}): string {
			signed = bend.counter ?? signed + 1;
			const data = authenticatorData(rpId ?? "", 0, { ...bend, counter: signed });
			const client = clientData("webauthn.get", challenge, bend);
			const hash = createHash("sha256").update(client).digest();
			const signature = sign("sha256", Buffer.concat([data, hash]), privateKey);
			return JSON.stringify({
				...whole,
				response: {
					authenticatorData: data.toString("base64url"),
					clientDataJSON: client.toString("base64url"),
					signature: signature.toString("base64url"),
				},
			});
		},
	};
}

function clientData(type: string, challenge: string, { origin = testOrigin }: Bend): Buffer {
	return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function authenticatorData(
	rpId: string,
	flags: number,
	{ counter = 0, verified: isVerified = true }: Bend,
	rest: Buffer = Buffer.alloc(0),
): Buffer {
	const head = Buffer.alloc(5);
	head.writeUInt8(present | flags | (isVerified ? verified : 0), 0);
	head.writeUInt32BE(counter, 1);
	return Buffer.concat([createHash("sha256").update(rpId).digest(), head, rest]);
}

type PublicKey = ReturnType<typeof generateKeyPairSync>["publicKey"];

function keyOf(publicKey: PublicKey, credentialId: Buffer): Buffer {
	const { x = "", y = "" } = publicKey.export({ format: "jwk" });
	const cose = new Map<number, number | Uint8Array>([
		[1, 2],
		[3, -7],
		[-1, 1],
		[-2, Uint8Array.from(Buffer.from(x, "base64url"))],
		[-3, Uint8Array.from(Buffer.from(y, "base64url"))],
	]);
	const length = Buffer.alloc(2);
	length.writeUInt16BE(credentialId.length);
	return Buffer.concat([Buffer.alloc(16), length, credentialId, Buffer.from(isoCBOR.encode(cose))]);
}
