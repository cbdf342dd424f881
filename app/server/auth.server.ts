import { betterAuth } from "better-auth";
import {
	authBasePath,
	authOptions,
	type Ingredients,
	openAuthPaths,
} from "./auth-options.server.ts";
import { notFound } from "./not-found.server.ts";

/** A browser that is signed in, as better-auth knows it. */
export type Session = {
	token: string;
	userId: string;
	userName: string;
	startedAt: number;
	lastSeenAt: number;
};

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
			};
		},

		/** Starts a session without a password; who may ask for one is decided before. */
		async openSession(userId: string, headers: Headers): Promise<Headers> {
			const opened = await auth.api.openSession({
				body: { userId },
				headers,
				returnHeaders: true,
			});
			return opened.headers;
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
