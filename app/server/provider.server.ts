import * as client from "openid-client";
import { z } from "zod";
import { providerKey } from "#db/provider-links.ts";
import { discoverIssuer, Unreachable } from "./issuer-requests.server.ts";
import type { ProviderSettings } from "./provider-settings.ts";
import { type Trip, tripAt } from "./provider-trips.server.ts";

/** Whom the provider vouches for. */
export type Vouched = {
	/** Their account there, as it is called here. */
	key: string;
	/** They proved two factors there, a moment ago. */
	secondFactor: boolean;
	/** Names the session at the provider, to end it. */
	idToken: string;
};

/** Why nobody is vouched for: they gave up there, the answer does not hold, or there is none. */
export type ProviderFailure = "cancelled" | "refused" | "unavailable";

/** What an exchange with the provider came to. */
export type Asked<Result> = { ok: true; value: Result } | { ok: false; code: ProviderFailure };

/** Who vouches for professionals: ProConnect, or another OpenID provider. */
export type Provider = ReturnType<typeof createProvider>;

/** Levels at which somebody has proved two factors. */
const provenLevels = [
	"eidas2",
	"eidas3",
	"https://proconnect.gouv.fr/assurance/self-asserted-2fa",
	"https://proconnect.gouv.fr/assurance/consistency-checked-2fa",
	"https://refeds.org/profile/mfa",
];

/** A proof older than that may be somebody else's, on a computer that several people use. */
const freshProofMs = 10 * 60 * 1000;

/** As long as a session of ours lasts at most. */
const visitLastsMs = 12 * 60 * 60 * 1000;

type Given = {
	/** The address that the provider sends people back to. */
	callback: string;
	clock: { now(): number };
	random: { bytes(count: number): Uint8Array };
};

/**
 * Speaks with the provider. It is looked up when somebody first wants it, never at the start: while
 * it is down, Relais starts and other ways in work.
 */
export function createProvider(settings: ProviderSettings, { callback, clock, random }: Given) {
	let known: Promise<client.Configuration> | undefined;
	const visits = new Map<string, { idToken: string; since: number }>();

	async function configuration(): Promise<client.Configuration> {
		known ??= discoverIssuer(settings);
		try {
			return await known;
		} catch (error) {
			known = undefined;
			throw new Unreachable("The provider cannot be looked up.", { cause: error });
		}
	}

	return {
		label: settings.label,

		/** Where to send somebody, and what to remember until they come back. */
		begin: (): Promise<Asked<{ address: URL; trip: Trip }>> =>
			asked(async () => {
				const config = await configuration();
				const trip = tripAt(random);
				const address = client.buildAuthorizationUrl(config, {
					redirect_uri: callback,
					scope: "openid",
					state: trip.state,
					nonce: trip.nonce,
					code_challenge: await client.calculatePKCECodeChallenge(trip.verifier),
					code_challenge_method: "S256",
					claims: JSON.stringify({ id_token: { acr: null, amr: null, auth_time: null } }),
				});
				return { address, trip };
			}),

		/** Reads what somebody came back with: signature, audience, state and nonce all have to hold. */
		finish: (search: string, trip: Trip): Promise<Asked<Vouched>> =>
			asked(async () => {
				const tokens = await client.authorizationCodeGrant(
					await configuration(),
					new URL(search, callback),
					{
						expectedState: trip.state,
						expectedNonce: trip.nonce,
						pkceCodeVerifier: trip.verifier,
						idTokenExpected: true,
					},
				);
				const claims = tokens.claims();
				if (!claims || !tokens.id_token) throw new TypeError("The provider vouches for nobody.");
				return {
					key: providerKey(claims.iss, claims.sub),
					secondFactor: provesTwo(claims, clock.now()),
					idToken: tokens.id_token,
				};
			}),

		/** Keeps what names a session at the provider, in memory alone. @returns what to call it */
		remember(idToken: string): string {
			const visit = Buffer.from(random.bytes(16)).toString("base64url");
			const over = clock.now() - visitLastsMs;
			for (const [name, { since }] of visits) if (since <= over) visits.delete(name);
			visits.set(visit, { idToken, since: clock.now() });
			return visit;
		},

		/**
		 * The address at which the provider ends a session of its own, once; undefined where it has
		 * none, or where nobody remembers it.
		 */
		leave: (visit: string, back: string): Promise<Asked<URL | undefined>> =>
			asked(async () => {
				const idToken = visits.get(visit)?.idToken;
				visits.delete(visit);
				const config = await configuration();
				if (idToken === undefined || !config.serverMetadata().end_session_endpoint) {
					return undefined;
				}
				return client.buildEndSessionUrl(config, {
					id_token_hint: idToken,
					post_logout_redirect_uri: back,
					state: tripAt(random).state,
				});
			}),
	};
}

async function asked<Result>(ask: () => Promise<Result>): Promise<Asked<Result>> {
	try {
		return { ok: true, value: await ask() };
	} catch (error) {
		return { ok: false, code: failureOf(error) };
	}
}

/* Whatever the library throws is about what came from outside: nobody is let in on it. */
function failureOf(error: unknown): ProviderFailure {
	if (error instanceof Unreachable) return "unavailable";
	if (error instanceof client.AuthorizationResponseError) {
		return error.error === "access_denied" ? "cancelled" : "refused";
	}
	return "refused";
}

/**
 * Whether two factors were proved there, a moment ago. What the provider leaves open counts as not
 * proved: a second factor of our own is asked for then.
 */
function provesTwo(claims: client.IDToken, now: number): boolean {
	const { acr, amr, auth_time: authTime } = proof.parse(claims);
	const proven = (acr !== undefined && provenLevels.includes(acr)) || amr.includes("mfa");
	return proven && authTime !== undefined && now - authTime * 1000 <= freshProofMs;
}

const proof = z.object({
	acr: z.string().optional().catch(undefined),
	amr: z.array(z.string()).catch([]),
	auth_time: z.number().optional().catch(undefined),
});
