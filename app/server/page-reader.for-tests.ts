import { testOrigin } from "./services.for-tests.ts";
import type { Answered, WholeApp } from "./whole-app.for-tests.ts";

/** A page, as it arrived after all redirections. */
export type Page = { status: number; body: string; url: URL };

type Kept = { value: string; site: string };

/**
 * A browser as far as cookies go: it keeps them by site, and leaves `SameSite=Strict` ones behind
 * wherever another site had a part in the way.
 */
export class Browser {
	readonly #app: WholeApp;
	readonly #jars = new Map<string, Map<string, Kept>>();

	constructor(app: WholeApp) {
		this.#app = app;
	}

	/** Opens an address of ours: typed, or by a link of our own page. */
	open(path: string): Promise<Page> {
		return this.#go(new URL(path, testOrigin), false);
	}

	/** Opens an address of ours by a link of another site: a mail program, the provider. */
	openFromElsewhere(path: string): Promise<Page> {
		return this.#go(new URL(path, testOrigin), true);
	}

	/** Sends a form of our own page, then goes where it leads. */
	async send(path: string, form: Record<string, string> | [string, string][]): Promise<Page> {
		const url = new URL(path, testOrigin);
		const cookie = this.#cookies(url, false);
		const asked = { path: url.pathname + url.search, method: "POST", form, cookie };
		const answered = await this.#app.ask(asked);
		this.#keep(url, answered.headers["set-cookie"] ?? []);
		return this.#arrive(url, answered, false);
	}

	/** Follows what a page has the browser do by itself. */
	goOn({ body }: Page): Promise<Page> {
		const to = /http-equiv="refresh" content="0; url=([^"]+)"/i.exec(body)?.[1];
		if (to === undefined) throw new Error("This page leads nowhere by itself.");
		return this.open(to.replaceAll("&amp;", "&"));
	}

	/** The value of a cookie of ours. */
	cookie(name: string): string | undefined {
		return this.#jar(testOrigin).get(name)?.value;
	}

	/** Puts a cookie of ours there, as somebody at the keyboard could. */
	setCookie(name: string, value: string): void {
		this.#jar(testOrigin).set(name, { value, site: "Lax" });
	}

	async #go(url: URL, foreign: boolean): Promise<Page> {
		const cookie = this.#cookies(url, foreign);
		if (url.origin === testOrigin) {
			const answered = await this.#app.ask({ path: url.pathname + url.search, cookie });
			this.#keep(url, answered.headers["set-cookie"] ?? []);
			return this.#arrive(url, answered, foreign);
		}
		const answered = await fetch(url, { redirect: "manual", headers: { cookie } });
		this.#keep(url, answered.headers.getSetCookie());
		const headers = Object.fromEntries(answered.headers);
		return this.#arrive(url, { status: answered.status, headers, body: "" }, foreign);
	}

	#arrive(url: URL, { status, headers, body }: Answered, foreign: boolean): Promise<Page> | Page {
		if (headers.location === undefined) return { status, body, url };
		const next = new URL(headers.location, url);
		return this.#go(next, foreign || next.origin !== url.origin);
	}

	#jar(origin: string): Map<string, Kept> {
		const jar = this.#jars.get(origin) ?? new Map<string, Kept>();
		this.#jars.set(origin, jar);
		return jar;
	}

	#cookies(url: URL, foreign: boolean): string {
		return [...this.#jar(url.origin)]
			.filter(([, { site }]) => !(foreign && site === "Strict"))
			.map(([name, { value }]) => `${name}=${value}`)
			.join("; ");
	}

	#keep(url: URL, cookies: string[]): void {
		for (const cookie of cookies) {
			const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/);
			const site = /samesite=(\w+)/i.exec(cookie)?.[1] ?? "Lax";
			const gone = /max-age=0/i.test(cookie) || value === "";
			if (gone) this.#jar(url.origin).delete(name);
			else this.#jar(url.origin).set(name, { value, site });
		}
	}
}
