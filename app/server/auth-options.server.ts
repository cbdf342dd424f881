import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import {
	accounts,
	proofs,
	rateLimits,
	sessions,
	signInWays,
	users,
	verifications,
} from "#db/schema/accounts.ts";
import { deviceOf } from "./devices.server.ts";
import type { Environment } from "./environment.server.ts";
import type { Log } from "./log.server.ts";

/** The only addresses of better-auth that answer; it mounts thirty. */
export const openAuthPaths = ["/sign-in/email", "/sign-out"] as const;

/** Where better-auth believes to be mounted. Nothing serves it: only `handle` reaches it. */
export const authBasePath = "/api/auth";

/** How long a session lasts: since it was last seen, and since it began. */
export const sessionLimits = { idleMs: 30 * 60 * 1000, absoluteMs: 12 * 60 * 60 * 1000 };

/** The name of a cookie that holds for this site only; browsers enforce the prefix over https. */
export function cookieName(name: string, { secure }: Pick<Environment, "secure">): string {
	return secure ? `__Host-${name}` : name;
}

/** What better-auth is set up with. */
export type Ingredients = {
	environment: Environment;
	db: Db;
	secret: string;
	log: Log;
	clock: { now(): number };
};

/** Every door of better-auth that is not needed, shut. */
export function authOptions({ environment, db, secret, log, clock }: Ingredients) {
	const { secure, origins } = environment;
	const attributes = { httpOnly: true, sameSite: "strict", secure, path: "/" } as const;
	return {
		appName: "Relais",
		baseURL: origins[0],
		basePath: authBasePath,
		trustedOrigins: [...origins],
		secret,
		database: drizzleAdapter(db, { provider: "sqlite", schema: authTables }),
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: 15,
			maxPasswordLength: 128,
		},
		session: {
			expiresIn: sessionLimits.absoluteMs / 1000,
			// Being seen is noted by `readMember`, on our own clock.
			disableSessionRefresh: true,
			cookieCache: { enabled: false },
			additionalFields: sessionFields,
		},
		account: { accountLinking: { enabled: false, disableImplicitLinking: true } },
		user: { changeEmail: { enabled: false }, deleteUser: { enabled: false } },
		// Counts successes too, so it is only the backstop behind `tries.server.ts`.
		rateLimit: { enabled: true, storage: "database" as const, window: 60, max: 60, customRules },
		telemetry: { enabled: false },
		logger: {
			level: "warn" as const,
			log: (_level: string, message: string) => noteOf(log, message),
		},
		databaseHooks: { session: { create: { before: beginSession(clock) } } },
		advanced: {
			// The prefix is ours: better-auth would only say `__Secure-`.
			useSecureCookies: false,
			cookiePrefix: "relais",
			cookies: { session_token: { name: cookieName("relais_session", environment), attributes } },
			defaultCookieAttributes: attributes,
			ipAddress: { ipAddressHeaders: ["x-client-ip"] },
		},
		plugins: [sessionOpener],
	};
}

const authTables = {
	user: users,
	session: sessions,
	account: accounts,
	verification: verifications,
	rateLimit: rateLimits,
};

/* What a session knows beyond better-auth's own columns. No request can set any of it. */
const word = { type: "string", required: false, input: false } as const;
const instant = { type: "date", required: false, input: false } as const;
const sessionFields = {
	way: { ...word, defaultValue: "password" },
	proof: { ...word, defaultValue: "first" },
	provedAt: instant,
	lockedAt: instant,
	system: word,
	browser: word,
};

const customRules = { "/sign-in/email": { window: 60, max: 60 } };

/** A session needs no address and two coarse words of the browser; it begins on our clock. */
function beginSession(clock: { now(): number }) {
	return async (session: { userAgent?: string | null; proof?: unknown }) => {
		const now = new Date(clock.now());
		return {
			data: {
				ipAddress: null,
				userAgent: null,
				...deviceOf(session.userAgent ?? ""),
				createdAt: now,
				updatedAt: now,
				expiresAt: new Date(clock.now() + sessionLimits.absoluteMs),
				provedAt: session.proof === "full" ? now : null,
			},
		};
	};
}

/** better-auth puts what people typed into some of its messages: only our own words are kept. */
function noteOf(log: Log, message: string): void {
	const known = ["Invalid password", "User not found", "Password not found"];
	log.warn({ event: "auth", message: known.includes(message) ? "wrong-credentials" : "complaint" });
}

const openingBody = z.object({
	userId: z.string(),
	way: z.enum(signInWays),
	proof: z.enum(proofs),
});

/** An endpoint without an address: code can call it, no request can. */
const sessionOpener = {
	id: "relais-session-opener",
	endpoints: {
		openSession: createAuthEndpoint.serverOnly(
			{ method: "POST", body: openingBody, requireHeaders: true },
			async (context) => {
				const { userId, ...opening } = context.body;
				const user = await context.context.internalAdapter.findUserById(userId);
				if (!user) throw new Error("A session is opened for a user that exists.");
				const { internalAdapter } = context.context;
				const session = await internalAdapter.createSession(user.id, false, opening, true);
				await setSessionCookie(context, { session, user });
				return context.json({ token: session.token });
			},
		),
	},
};
