import { and, eq } from "drizzle-orm";
import { type AuditEntry, recordAudit, visitOf } from "#db/audit.ts";
import { sessions, users } from "#db/schema/accounts.ts";
import { members, structures } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { actingCookie } from "./acting.server.ts";
import type { Opening, Session } from "./auth.server.ts";
import { authBasePath, cookieName } from "./auth-options.server.ts";
import { momentOf } from "./casework.server.ts";
import { factorsOf, hasSecondFactor } from "./factors.server.ts";
import { type GuessRefusal, guess, networkBehind } from "./guesses.server.ts";
import { limitSessions, type SessionEnd, whyEnded } from "./live-sessions.server.ts";
import { hasPlace, isMadeUp } from "./member.server.ts";
import type { Services } from "./services.server.ts";

/** What came of signing in: the headers that set the cookies, or why not. */
export type SignInResult = { ok: true; headers: Headers } | { ok: false; code: SignInRefusal };

/** Why nobody is let in: `suspended` is told only to who has given the right password. */
export type SignInRefusal = GuessRefusal | "suspended";

/**
 * Takes a password. It opens the page of the second factor and nothing else, except where
 * everything is made up. An unknown address takes as long and says the same as a wrong one.
 */
export async function signIn(
	services: Services,
	request: Request,
	{ email, password }: { email: string; password: string },
): Promise<SignInResult> {
	const account = email.trim().toLowerCase();
	const guesser = { account, network: networkBehind(request) };
	const guessed = await guess(services, "password", guesser, () =>
		checkPassword(services, request, { email: account, password }),
	);
	if (!guessed.ok) return refused(services, guessed.code, account);
	const { userId } = guessed.value;
	if (userId === undefined) return refused(services, "too-many", account);
	if (!hasPlace(services, userId)) return refused(services, "suspended", account);

	const enough = isMadeUp(services, userId) && !hasSecondFactor(factorsOf(services, userId));
	const opening = { way: "password", proof: enough ? "full" : "first" } as const;
	return { ok: true, headers: await beginSession(services, request, userId, opening) };
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

	const opening = { way: "demonstration", proof: "full" } as const;
	const headers = await beginSession(services, request, userId, opening);
	headers.append("Set-Cookie", actingCookie(services.environment, memberId));
	return { ok: true, headers };
}

/**
 * Begins a session for somebody who has proved who they are, whatever the way; who may is decided
 * before. The session that this browser had ends, and so does the oldest where there are too many.
 *
 * @param opening with the proof `first`, the session leads to the page of the second factor alone
 * @returns the headers that set its cookies
 */
export async function beginSession(
	services: Services,
	request: Request,
	userId: string,
	opening: Opening,
): Promise<Headers> {
	const before = await services.auth.readSession(request.headers);
	if (before) forget(services, before);
	const opened = await services.auth.openSession(userId, request.headers, opening);
	limitSessions(services, { token: opened.token, userId });
	if (opening.proof === "full") {
		noteEntry(services, { actor: userId, act: "SIGN_IN", visit: visitOf(opened.token) });
		services.log.info({ event: "signed-in", way: opening.way });
	}
	return cookiesOf(opened.headers);
}

/**
 * Gives a session another name after its person proved again who they are: whoever copied the
 * cookie before has nothing. It goes on as it was, unlocked, and no longer than it would have.
 */
export async function renewSession(
	services: Services,
	request: Request,
	{ way, proof, ...session }: Session,
	provedAt: number | undefined,
): Promise<Headers> {
	const opened = await services.auth.openSession(session.userId, request.headers, { way, proof });
	services.db
		.update(sessions)
		.set({
			createdAt: new Date(session.startedAt),
			provedAt: provedAt === undefined ? null : new Date(provedAt),
		})
		.where(eq(sessions.token, opened.token))
		.run();
	forget(services, session);
	return cookiesOf(opened.headers);
}

/** Ends the session here and on the server, and has the browser forget what it kept of the site. */
export async function signOut(services: Services, request: Request): Promise<Headers> {
	const session = await services.auth.readSession(request.headers);
	const answer = await askAuth(services, request, "/sign-out", {});
	if (session) {
		const visit = visitOf(session.token);
		noteEntry(services, { actor: session.userId, act: "SIGN_OUT", visit });
	}
	const headers = cookiesOf(answer.headers);
	headers.append("Set-Cookie", actingCookie(services.environment, ""));
	headers.set("Clear-Site-Data", '"*"');
	return headers;
}

/** Why the session that this browser still names is over, if it did not end it itself. */
export function whyBrowserIsOut(services: Services, headers: Headers): SessionEnd | undefined {
	const prefix = `${cookieName("relais_session", services.environment)}=`;
	const pair = (headers.get("cookie") ?? "").split(/;\s*/).find((part) => part.startsWith(prefix));
	const token = /^[A-Za-z0-9]+/.exec(pair?.slice(prefix.length) ?? "")?.[0];
	return token === undefined ? undefined : whyEnded(services, token);
}

/** Keeps in the trail what somebody did about their own way in. */
export function noteEntry(services: Services, entry: AuditEntry): void {
	recordAudit(services.db, momentOf(services), entry);
}

/** Goes through better-auth, which hashes slowly for an unknown address too. */
async function checkPassword(
	services: Services,
	request: Request,
	body: { email: string; password: string },
): Promise<{ userId?: string } | undefined> {
	const answer = await askAuth(services, request, "/sign-in/email", body);
	if (answer.status === 429) return {};
	if (!answer.ok) {
		// Counting wrote to the store: where the store is at fault, that has thrown already.
		if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status}.`);
		return undefined;
	}
	const { token, user } = (await answer.json()) as { token: string; user: { id: string } };
	// better-auth opens a session by itself: ours are opened in one place only.
	forget(services, { token });
	return { userId: user.id };
}

/** Removes a session that its own browser replaces. */
function forget({ db }: Services, { token }: { token: string }): void {
	db.delete(sessions).where(eq(sessions.token, token)).run();
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

function refused(services: Services, code: SignInRefusal, account = ""): SignInResult {
	services.log.warn({ event: "sign-in-refused", code });
	// What is refused unseen is not kept either: the trail does not grow at an attacker's will.
	if (code === "wrong") {
		const tried = services.db.select({ id: users.id }).from(users).where(eq(users.email, account));
		const subject = tried.get()?.id;
		noteEntry(services, {
			actor: "nobody",
			act: "SIGN_IN_REFUSED",
			...(subject === undefined ? {} : { subject }),
		});
	}
	return { ok: false, code };
}

function cookiesOf(answer: Headers): Headers {
	const headers = new Headers();
	for (const cookie of answer.getSetCookie()) headers.append("Set-Cookie", cookie);
	return headers;
}
