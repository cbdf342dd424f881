import type { Page } from "@playwright/test";
import { enter, type OwnRelais } from "../security/own-relais.ts";
import type { Store } from "../security/store.ts";
import type { Place } from "./places.ts";
import { type Changes, send } from "./send.ts";

/** Something that a person can have in front of them. */
export type Screen = {
	name: string;
	/** The route behind it, by its id in the manifest; none for what stands in front of the routes. */
	route: string | undefined;
	status: number;
	/** Brings the browser there, and says what the server answered. */
	open(page: Page, relais: OwnRelais): Promise<number>;
};

/** Where a screen is, once the territory is there. */
export type Where = (store: Store) => Place;

/** A page as it opens. */
export function seen(name: string, route: string, where: Where, status = 200): Screen {
	return {
		name,
		route,
		status,
		async open(page, relais) {
			const { as, path } = where(relais.store);
			await enter(page, relais, as);
			const answer = await page.goto(path);
			return answer?.status() ?? 0;
		},
	};
}

type Sending = { status: number; changes?: Changes; blank?: boolean };

/** A page after its form was sent: every question answered, or none when `blank`. */
export function sent(name: string, route: string, where: Where, how: Sending): Screen {
	const { status, changes, blank = false } = how;
	const opened = seen(name, route, where);
	return {
		...opened,
		status,
		async open(page, relais) {
			await opened.open(page, relais);
			return send(page, changes, !blank);
		},
	};
}

/** Who opens which address, where that is known beforehand. */
export function at(path: string, as?: string): Where {
	return () => (as === undefined ? { path } : { as, path });
}
