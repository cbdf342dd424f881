import { cookieName } from "./auth-options.server.ts";
import type { Services } from "./services.server.ts";

/*
 * Who came in by a provider has a session there too. It is named here, so that whoever ends theirs
 * on a shared computer is offered to end that one as well. Ours ends first, at once: a provider
 * that is slow to answer must not leave a page of ours on the screen.
 */

const name = "relais_provider_visit";
const form = /^[\w-]{22}$/;

/** The cookie that names the session at the provider, as `Provider.remember` called it. */
export function providerVisitCookie({ environment }: Services, visit: string): string {
	const secure = environment.secure ? "; Secure" : "";
	return `${cookieName(name, environment)}=${visit}; Path=/; HttpOnly; SameSite=Strict${secure}`;
}

/** What a browser calls its session at the provider; undefined for who came in otherwise. */
export function providerVisitOf({ environment }: Services, headers: Headers): string | undefined {
	const prefix = `${cookieName(name, environment)}=`;
	const pair = (headers.get("cookie") ?? "").split(/;\s*/).find((part) => part.startsWith(prefix));
	const visit = pair?.slice(prefix.length) ?? "";
	return form.test(visit) ? visit : undefined;
}

/** The same, as the address of the door carries it once the browser has forgotten its cookies. */
export function providerVisitIn(url: string): string | null {
	const visit = new URL(url).searchParams.get("leave") ?? "";
	return form.test(visit) ? visit : null;
}
