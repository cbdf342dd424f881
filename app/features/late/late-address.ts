import type { LateRung } from "#protocols/casework/ladder.ts";

/** What an address asks for of a list of what is late; empty words ask for all. */
export type LateAsked = { rung: "" | LateRung; role: string; page: number };

/** The address of a list, as narrow as it was and on another page. */
export function lateAddress(base: string, { rung, role, page }: LateAsked): string {
	const asked = new URLSearchParams();
	if (rung) asked.set("rung", rung);
	if (role) asked.set("role", role);
	if (page > 1) asked.set("page", String(page));
	return asked.size === 0 ? base : `${base}?${asked}`;
}
