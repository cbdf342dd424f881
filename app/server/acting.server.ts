import { cookieName } from "./auth-options.server.ts";
import type { Environment } from "./environment.server.ts";

const name = "relais_acting";

/**
 * The cookie that remembers in which of their structures a person acts; empty to forget it.
 * It is a wish: `readMember` checks it against the person's memberships each time.
 */
export function actingCookie(environment: Pick<Environment, "secure">, memberId: string): string {
	const value = encodeURIComponent(memberId);
	const secure = environment.secure ? "; Secure" : "";
	const age = memberId === "" ? "; Max-Age=0" : "";
	return `${cookieName(name, environment)}=${value}; Path=/; HttpOnly; SameSite=Strict${secure}${age}`;
}

/** Reads that cookie. */
export function readActing(headers: Headers, environment: Pick<Environment, "secure">) {
	const prefix = `${cookieName(name, environment)}=`;
	const pair = (headers.get("cookie") ?? "").split(/;\s*/).find((part) => part.startsWith(prefix));
	if (!pair) return undefined;
	try {
		return decodeURIComponent(pair.slice(prefix.length));
	} catch {
		return undefined;
	}
}
