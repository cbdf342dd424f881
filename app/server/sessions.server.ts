import { and, eq } from "drizzle-orm";
import { sessions } from "#db/schema/accounts.ts";
import { members, structures } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { actingCookie } from "./acting.server.ts";
import { authBasePath } from "./auth-options.server.ts";
import type { Services } from "./services.server.ts";
import { countWrongTry, forgetTries, hasTriedTooOften, type TriesLimit } from "./tries.server.ts";

/** What came of signing in: the headers that set the cookies, or why not. */
export type SignInResult =
	| { ok: true; headers: Headers }
	| { ok: false; code: "wrong" | "too-many" };

/** Wrong passwords of one account, wherever they come from. */
export const passwordTries: TriesLimit = {
	purpose: "password",
	most: 10,
	withinMs: 15 * 60 * 1000,
};

/** Signs in with a password; an unknown address takes as long and says the same as a wrong one. */
export async function signIn(
	services: Services,
	request: Request,
	{ email, password }: { email: string; password: string },
): Promise<SignInResult> {
	const account = email.trim().toLowerCase();
	if (hasTriedTooOften(services, passwordTries, account)) return refused(services, "too-many");

	const answer = await askAuth(services, request, "/sign-in/email", { email: account, password });
	if (answer.status === 429) return refused(services, "too-many");
	if (!answer.ok) {
		countWrongTry(services, passwordTries, account);
		// Counting wrote to the store: where the store is at fault, that has thrown already.
		if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status}.`);
		return refused(services, "wrong");
	}
	forgetTries(services, passwordTries, account);
	await endSession(services, request);
	services.log.info({ event: "signed-in", way: "password" });
	return { ok: true, headers: cookiesOf(answer.headers) };
}

/**
 * Enters the fictitious territory as one of its people, without any password.
 * Anywhere else, and wherever the demonstration is switched off, it is refused.
 */
export async function signInToDemonstration(
	services: Services,
	request: Request,
	memberId: string,
): Promise<SignInResult> {
	const userId = demonstrationUser(services, memberId);
	if (!userId) return refused(services, "wrong");

	await endSession(services, request);
	const headers = cookiesOf(await services.auth.openSession(userId, request.headers));
	headers.append("Set-Cookie", actingCookie(services.environment, memberId));
	services.log.info({ event: "signed-in", way: "demonstration" });
	return { ok: true, headers };
}

/** Ends the session here and on the server, and has the browser forget what it kept of the site. */
export async function signOut(services: Services, request: Request): Promise<Headers> {
	const answer = await askAuth(services, request, "/sign-out", {});
	const headers = cookiesOf(answer.headers);
	headers.append("Set-Cookie", actingCookie(services.environment, ""));
	headers.set("Clear-Site-Data", '"*"');
	return headers;
}

/** Ends every session of a person at once: their account was disabled, or a device is lost. */
export function endSessionsOf(services: Services, userId: string): void {
	services.db.delete(sessions).where(eq(sessions.userId, userId)).run();
}

/** A browser that signs in again gets a new session, and the old one is worth nothing. */
async function endSession(services: Services, request: Request): Promise<void> {
	const session = await services.auth.readSession(request.headers);
	if (session) services.db.delete(sessions).where(eq(sessions.token, session.token)).run();
}

/** Goes through better-auth's own door rather than its functions: only the door counts calls. */
function askAuth(services: Services, request: Request, path: string, body: object) {
	const origin = services.environment.origins[0];
	const headers = new Headers({ "content-type": "application/json", origin });
	for (const name of ["cookie", "user-agent", "x-client-ip"]) {
		const value = request.headers.get(name);
		if (value) headers.set(name, value);
	}
	return services.auth.handle(
		new Request(`${origin}${authBasePath}${path}`, {
			method: "POST",
			headers,
			body: JSON.stringify(body),
		}),
	);
}

function demonstrationUser(services: Services, memberId: string): string | undefined {
	if (!services.environment.demonstration) return undefined;
	return services.db
		.select({ userId: members.userId })
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.innerJoin(territories, eq(territories.id, structures.territoryId))
		.where(
			and(
				eq(members.id, memberId),
				eq(members.active, true),
				eq(structures.active, true),
				eq(territories.demonstration, true),
			),
		)
		.get()?.userId;
}

function refused(services: Services, code: "wrong" | "too-many"): SignInResult {
	services.log.warn({ event: "sign-in-refused", code });
	return { ok: false, code };
}

function cookiesOf(answer: Headers): Headers {
	const headers = new Headers();
	for (const cookie of answer.getSetCookie()) headers.append("Set-Cookie", cookie);
	return headers;
}
