import { hashPassword } from "better-auth/crypto";
import type { OpenInvitation } from "#db/invitations.ts";
import { invitationBehind } from "#db/invitations.ts";
import { type Joined, type JoiningRefusal, joinAsMember, joinAsNewcomer } from "#db/joining.ts";
import { actingCookie } from "./acting.server.ts";
import { momentOf } from "./casework.server.ts";
import { type Guessed, guess, networkBehind } from "./guesses.server.ts";
import type { Member } from "./member.server.ts";
import { type Arrived, forgetArrived, readArrived } from "./provider-trips.server.ts";
import type { Services } from "./services.server.ts";
import { beginSession } from "./sessions.server.ts";

/** Who comes by an invitation: an address, a name, and a password unless the provider vouches. */
export type Coming = { email: string; name: string; password?: string };

/** What came of it: the cookies of the new session, or why not. */
export type Entered =
	| { ok: true; headers: Headers }
	| { ok: false; code: Exclude<JoiningRefusal, "here"> | "too-many" };

/**
 * Opens the link of an invitation. Looking does not use it up: programs that check mail look at
 * every link. A link that opens nothing counts as a guess.
 */
export function openInvitation(
	services: Services,
	request: Request,
	secret: string,
): Promise<Guessed<OpenInvitation>> {
	return guess(services, "link", { network: networkBehind(request) }, async () =>
		invitationBehind(services.db, secret, services.clock.now()),
	);
}

/** Who came back from the provider for this very invitation, and for no other purpose. */
export function arrivedFor(
	services: Services,
	request: Request,
	secret: string,
): Arrived | undefined {
	const arrived = readArrived(services, request.headers);
	return arrived?.purpose.for === "join" && arrived.purpose.secret === secret ? arrived : undefined;
}

/**
 * Makes an account and enters it. With a password alone, the second factor is enrolled next; with
 * a provider that has just vouched for two, nothing more is asked.
 *
 * Which addresses have an account could be tried out with one good link: so few tries are allowed.
 */
export async function enterAsNewcomer(
	services: Services,
	request: Request,
	invitation: OpenInvitation,
	coming: Coming,
	arrived: Arrived | undefined,
): Promise<Entered> {
	const { email, name, password } = coming;
	const newcomer = {
		email,
		name,
		...(password === undefined ? {} : { passwordHash: await hashPassword(password) }),
		...(arrived === undefined ? {} : { provider: arrived.key }),
	};
	let joined: Joined = { ok: false, code: "over" };
	const guesser = { account: invitation.id, network: networkBehind(request) };
	const guessed = await guess(services, "link", guesser, async () => {
		joined = joinAsNewcomer(services.db, invitation, newcomer, momentOf(services));
		return joined.ok ? joined : undefined;
	});
	if (!guessed.ok) return { ok: false, code: codeOf(guessed.code, joined) };

	const proved = invitation.demonstration || arrived?.secondFactor === true;
	const headers = await beginSession(services, request, guessed.value.userId, {
		way: arrived ? "proconnect" : "invitation",
		proof: proved ? "full" : "first",
	});
	headers.append("Set-Cookie", actingCookie(services.environment, guessed.value.memberId));
	if (arrived) headers.append("Set-Cookie", forgetArrived(services));
	return { ok: true, headers };
}

/** Takes a second place with the account that is signed in, and acts there from now on. */
export function enterAsMember(
	services: Services,
	{ userId }: Member,
	invitation: OpenInvitation,
): { ok: true; headers: Headers } | { ok: false; code: JoiningRefusal } {
	const joined = joinAsMember(services.db, invitation, userId, momentOf(services));
	if (!joined.ok) return joined;
	const headers = new Headers();
	headers.append("Set-Cookie", actingCookie(services.environment, joined.memberId));
	return { ok: true, headers };
}

function codeOf(guessed: "wrong" | "too-many", joined: Joined): (Entered & { ok: false })["code"] {
	if (guessed === "too-many") return "too-many";
	return joined.ok || joined.code === "here" ? "over" : joined.code;
}
