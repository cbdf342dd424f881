import { betterAuth } from "better-auth";
import type { proofs, signInWays } from "#db/schema/accounts.ts";
import {
	authBasePath,
	authOptions,
	type Ingredients,
	openAuthPaths,
} from "./auth-options.server.ts";
import { notFound } from "./not-found.server.ts";

/** A browser that is signed in, as better-auth knows it; instants in milliseconds since 1970. */
export type Session = {
	token: string;
	userId: string;
	userName: string;
	startedAt: number;
	lastSeenAt: number;
	way: SignInWay;
	/** With one factor only, nothing but the page of the second one is shown. */
	proof: Proof;
	/** When the person last proved who they are, beyond a password alone. */
	provedAt: number | undefined;
	/** Since when nothing but the page of the lock is shown. */
	lockedAt: number | undefined;
};

/** How a session is begun, and how much that proves. */
export type Opening = { way: SignInWay; proof: Proof };

type SignInWay = (typeof signInWays)[number];
type Proof = (typeof proofs)[number];

/** better-auth, closed down to what Relais uses. */
export type Auth = ReturnType<typeof createAuth>;

/** Sets better-auth up with every door shut that is not needed. */
export function createAuth(ingredients: Ingredients) {
	const auth = betterAuth(authOptions(ingredients));
	return {
		/** Answers a request to one of the open addresses, with its rate limits; any other is absent. */
		async handle(request: Request): Promise<Response> {
			const path = new URL(request.url).pathname.slice(authBasePath.length);
			if (!openAuthPaths.some((open) => open === path)) notFound();
			return auth.handler(request);
		},

		/** Reads the session that the cookie names, always from the store. */
		async readSession(headers: Headers): Promise<Session | null> {
			const found = await auth.api.getSession({
				headers,
				query: { disableCookieCache: true, disableRefresh: true },
			});
			if (!found) return null;
			return {
				token: found.session.token,
				userId: found.user.id,
				userName: found.user.name,
				startedAt: found.session.createdAt.getTime(),
				lastSeenAt: found.session.updatedAt.getTime(),
				way: found.session.way as SignInWay,
				proof: found.session.proof as Proof,
				provedAt: found.session.provedAt?.getTime(),
				lockedAt: found.session.lockedAt?.getTime(),
			};
		},

		/**
		 * Starts a session without a password; who may ask for one is decided before.
		 * A session whose proof is `first` leads to the page of the second factor, and nowhere else.
		 */
		async openSession(userId: string, headers: Headers, opening: Opening) {
			const opened = await auth.api.openSession({
				body: { userId, ...opening },
				headers,
				returnHeaders: true,
			});
			return { token: opened.response.token, headers: opened.headers };
		},

		/** Every address that better-auth would answer if it were mounted; for the inventory test. */
		paths(): string[] {
			return Object.values(auth.api).flatMap((endpoint) => {
				const { path } = endpoint as { path?: string };
				return path ? [path] : [];
			});
		},
	};
}
