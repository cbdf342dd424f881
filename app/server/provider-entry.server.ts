import { redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { isLinked, linkProvider, providerOwner, unlinkProvider } from "#db/provider-links.ts";
import { momentOf } from "./casework.server.ts";
import { factorsOf } from "./factors.server.ts";
import { hasPlace, type Member } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import type { Provider, Vouched } from "./provider.server.ts";
import {
	type Arrived,
	forgetUnderway,
	keepArrived,
	keepUnderway,
	type Purpose,
	readArrived,
	readUnderway,
} from "./provider-trips.server.ts";
import { providerVisitCookie } from "./provider-visits.server.ts";
import type { Services } from "./services.server.ts";
import { beginSession, noteEntry } from "./sessions.server.ts";

/** The provider of this instance; where none is set up there is nothing here. */
export function requireProvider({ provider }: Services): Provider {
	return provider ?? notFound();
}

/** Why somebody goes no further, and how that is answered. */
export type Trouble = {
	ok: false;
	trouble: "unavailable" | "cancelled" | "refused" | "stale" | "unknown" | "suspended";
	status: 400 | 403 | 503;
};

/** Sends somebody to the provider, and remembers in their browser what for. */
export async function leaveForProvider(
	services: Services,
	purpose: Purpose,
): Promise<Trouble | { ok: true; answer: ReturnType<typeof redirect> }> {
	const begun = await requireProvider(services).begin();
	if (!begun.ok) return trouble(services, begun.code);
	const { address, trip } = begun.value;
	const headers = { "Set-Cookie": keepUnderway(services, { purpose, trip }) };
	return { ok: true, answer: redirect(address.href, { status: 303, headers }) };
}

/**
 * Takes somebody back from the provider. What they went for is in a cookie of this browser, which
 * is forgotten whatever comes of it: no answer is taken twice.
 *
 * @returns where they go on, and the cookies that go with it
 */
export async function comeBack(
	services: Services,
	request: Request,
): Promise<{ headers: Headers; came: Trouble | { ok: true; to: string } }> {
	const headers = new Headers({ "Set-Cookie": forgetUnderway(services) });
	const underway = readUnderway(services, request.headers);
	if (!underway) return { headers, came: trouble(services, "stale") };

	const { search } = new URL(request.url);
	const finished = await requireProvider(services).finish(search, underway.trip);
	if (!finished.ok) return { headers, came: trouble(services, finished.code) };

	const { purpose } = underway;
	if (purpose.for === "sign-in") {
		return { headers, came: await signInVouched(services, request, finished.value, headers) };
	}
	const { key, secondFactor } = finished.value;
	headers.append("Set-Cookie", keepArrived(services, { purpose, key, secondFactor }));
	const to = purpose.for === "join" ? paths.join(purpose.secret) : paths.accountProvider();
	return { headers, came: { ok: true, to } };
}

/** Lets in whom an account here is linked with; two factors proved there spare the second one here. */
async function signInVouched(
	services: Services,
	request: Request,
	{ key, secondFactor, idToken }: Vouched,
	headers: Headers,
): Promise<Trouble | { ok: true; to: string }> {
	const userId = providerOwner(services.db, key);
	if (userId === undefined) return trouble(services, "unknown");
	if (!hasPlace(services, userId)) return trouble(services, "suspended");

	const opening = { way: "proconnect", proof: secondFactor ? "full" : "first" } as const;
	const begun = await beginSession(services, request, userId, opening);
	for (const cookie of begun.getSetCookie()) headers.append("Set-Cookie", cookie);
	const visit = requireProvider(services).remember(idToken);
	headers.append("Set-Cookie", providerVisitCookie(services, visit));
	return { ok: true, to: paths.home() };
}

/** Who came back to link an account: it must be the one that left, and not too long ago. */
export function arrivedToLink(
	services: Services,
	request: Request,
	{ userId }: Member,
): Arrived | undefined {
	const arrived = readArrived(services, request.headers);
	return arrived?.purpose.for === "link" && arrived.purpose.userId === userId ? arrived : undefined;
}

/** Links an account with the one at the provider. @returns false when that one is somebody else's */
export function link(services: Services, member: Member, { key }: Arrived): boolean {
	const { now } = momentOf(services);
	const linked = linkProvider(services.db, { userId: member.userId, provider: key }, now);
	if (linked) note(services, member, "PROVIDER_LINKED");
	return linked;
}

/** Cuts the link. @returns false when nothing else would open the account */
export function unlink(services: Services, member: Member): boolean {
	const { password, passkeys } = factorsOf(services, member.userId);
	if (!password && passkeys === 0) return false;
	if (!isLinked(services.db, member.userId)) return true;
	unlinkProvider(services.db, member.userId);
	note(services, member, "PROVIDER_UNLINKED");
	return true;
}

function note(
	services: Services,
	{ memberId: actor, structureId, visit }: Member,
	act: "PROVIDER_LINKED" | "PROVIDER_UNLINKED",
): void {
	noteEntry(services, { actor, structureId, visit, act });
}

const statuses = {
	unavailable: 503,
	cancelled: 400,
	refused: 400,
	stale: 400,
	unknown: 403,
	suspended: 403,
} as const;

function trouble({ log }: Services, code: Trouble["trouble"]): Trouble {
	log.warn({ event: "provider-sign-in-refused", code });
	return { ok: false, trouble: code, status: statuses[code] };
}
