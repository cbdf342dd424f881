import { createHmac } from "node:crypto";
import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { credentialsOf, insertPasskey, noteUse, passkeyByCredential } from "#db/passkeys.ts";
import { type Asked, challengeMs, newChallenge, spendChallenge } from "./challenges.server.ts";
import type { Environment } from "./environment.server.ts";
import { challengeIn, madeKey, readKey, signedByKey } from "./passkey-forms.ts";
import type { Services } from "./services.server.ts";
import { siteName } from "./site-name.ts";

/** For which site keys are made: its name, and the addresses that may ask for them. */
export function siteOf({ origins }: Pick<Environment, "origins">) {
	const id = new URL(origins[0]).hostname;
	return { id, origins: origins.filter((origin) => new URL(origin).hostname === id) };
}

/** What the browser is told to make a new key: one that asks its holder who they are. */
export async function registrationOptions(
	services: Services,
	{ userId, label }: { userId: string; label: string },
) {
	return generateRegistrationOptions({
		rpName: siteName,
		rpID: siteOf(services.environment).id,
		userID: handleOf(services, userId),
		userName: label,
		userDisplayName: label,
		challenge: newChallenge(services, { purpose: "enrol", userId }),
		timeout: challengeMs,
		attestationType: "none",
		excludeCredentials: credentialsOf(services.db, userId),
		authenticatorSelection: { residentKey: "required", userVerification: "required" },
	});
}

/** What the browser is told to use a key: any of ours at the door, those of the person after it. */
export async function authenticationOptions(services: Services, userId?: string) {
	return generateAuthenticationOptions({
		rpID: siteOf(services.environment).id,
		challenge: newChallenge(services, askedOf(userId)),
		timeout: challengeMs,
		allowCredentials: userId ? credentialsOf(services.db, userId) : [],
		userVerification: "required",
	});
}

/**
 * Keeps a key that was just made.
 *
 * @param sent what the browser says of it, as JSON
 * @returns its number; undefined when it does not answer our challenge, here and now
 */
export async function keepPasskey(
	services: Services,
	userId: string,
	sent: string,
): Promise<number | undefined> {
	const key = readKey(madeKey, sent);
	const challenge = key && spent(services, key.response, { purpose: "enrol", userId });
	if (!key || challenge === undefined) return undefined;

	const { verified, registrationInfo } = await orRefused(
		verifyRegistrationResponse({ response: key, ...expected(services, challenge) }),
	);
	if (!verified || !registrationInfo) return undefined;
	const { id, publicKey, counter } = registrationInfo.credential;
	return insertPasskey(services.db, {
		id: Buffer.from(services.random.bytes(16)).toString("base64url"),
		userId,
		credentialId: id,
		publicKey: Buffer.from(publicKey).toString("base64url"),
		counter,
		attachment: key.authenticatorAttachment ?? "unknown",
		transports: key.response.transports.join(","),
		createdAt: services.clock.now(),
	});
}

/** The account that a key says it belongs to, before anything is proved; to count its wrong tries. */
export function claimedAccount({ db }: Services, sent: string): string | undefined {
	const id = readKey(signedByKey, sent)?.id;
	return id === undefined ? undefined : passkeyByCredential(db, id)?.userId;
}

/**
 * Takes the signature of a key.
 *
 * @param sent what the browser gives, as JSON
 * @param userId whose key it must be; anybody's at the door
 * @returns the account that it opens; undefined when it opens nothing
 */
export async function takePasskey(
	services: Services,
	sent: string,
	userId?: string,
): Promise<string | undefined> {
	const answer = readKey(signedByKey, sent);
	const challenge = answer && spent(services, answer.response, askedOf(userId));
	if (!answer || challenge === undefined) return undefined;
	const key = passkeyByCredential(services.db, answer.id);
	if (!key || key.userId !== (userId ?? key.userId)) return undefined;

	const { credentialId: id, counter } = key;
	const publicKey = Uint8Array.from(Buffer.from(key.publicKey, "base64url"));
	const { verified, authenticationInfo } = await orRefused(
		verifyAuthenticationResponse({
			response: answer,
			credential: { id, publicKey, counter },
			...expected(services, challenge),
		}),
	);
	if (!verified || !authenticationInfo) return undefined;
	const { newCounter } = authenticationInfo;
	return noteUse(services.db, key.id, newCounter, services.clock.now()) ? key.userId : undefined;
}

function askedOf(userId: string | undefined): Asked {
	return userId === undefined ? { purpose: "sign-in" } : { purpose: "confirm", userId };
}

/** The challenge that a key signed, if it was ours to answer: then nobody can answer it again. */
function spent(services: Services, response: { clientDataJSON: string }, asked: Asked) {
	const challenge = challengeIn(response);
	if (challenge === undefined || !spendChallenge(services, challenge, asked)) return undefined;
	return challenge;
}

function expected({ environment }: Services, expectedChallenge: string) {
	const { id: expectedRPID, origins: expectedOrigin } = siteOf(environment);
	return { expectedChallenge, expectedOrigin, expectedRPID, requireUserVerification: true };
}

/** What a device knows an account by: always the same, and nothing that says who it is. */
function handleOf({ secret }: Services, userId: string) {
	return Uint8Array.from(createHmac("sha256", secret).update(`passkey-user\0${userId}`).digest());
}

/** The library throws at what a key did wrong: another site, another challenge, a copied counter. */
async function orRefused<Verified extends { verified: boolean }>(
	verifying: Promise<Verified>,
): Promise<Partial<Verified>> {
	try {
		return await verifying;
	} catch {
		return {};
	}
}
