import { paths } from "#app/paths.ts";
import { type Answered, type Asked, ask } from "./http.ts";
import type { OwnRelais } from "./own-relais.ts";

/** The fields of a form: repeated names for a list. */
export type Fields = [name: string, value: string][];

/** Somebody who is signed in and speaks plain HTTP. */
export type Visitor = {
	/** What each request says of this person: language and, once signed in, the cookies. */
	headers: Record<string, string>;
	ask(asked: Asked): Promise<Answered>;
	get(path: string): Promise<Answered>;
	/** Sends a form as a browser does from our own page. */
	post(path: string, fields: Fields, headers?: Record<string, string>): Promise<Answered>;
	/** The form on a page, filled: hidden fields as they are, the first answer everywhere else. */
	form(path: string, wishes?: Record<string, string | undefined>): Promise<Fields>;
};

/** A person of the demonstration over plain HTTP; nobody for `undefined`. */
export async function visitor({ origin }: OwnRelais, memberId?: string): Promise<Visitor> {
	const headers: Record<string, string> = { "accept-language": "fr" };
	const own: Visitor = {
		headers,
		ask: (asked) => ask(origin, { ...asked, headers: { ...headers, ...asked.headers } }),
		get: (path) => own.ask({ path }),
		post: (path, fields, more = {}) =>
			own.ask({
				method: "POST",
				path,
				headers: { ...formHeaders(origin), ...more },
				body: new URLSearchParams(fields).toString(),
			}),
		async form(path, wishes) {
			const { status, body } = await own.get(path);
			if (status !== 200) throw new Error(`There is no form at ${path}: ${status}.`);
			return filled(body, wishes);
		},
	};
	if (memberId !== undefined) {
		const entered = await own.post(paths.demonstration(memberId), []);
		headers.cookie = cookiesOf(entered);
	}
	return own;
}

/** What a browser adds to a form of our own page. */
export function formHeaders(origin: string): Record<string, string> {
	return {
		origin,
		"sec-fetch-site": "same-origin",
		"content-type": "application/x-www-form-urlencoded",
	};
}

/** The cookies that an answer sets, as the next request sends them. */
export function cookiesOf({ headers }: Answered): string {
	return (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
}

/** Replaces fields by name, or leaves them out for `undefined`. */
export function but(fields: Fields, changed: Record<string, string | undefined>): Fields {
	const kept = fields.filter(([name]) => !(name in changed));
	const added = Object.entries(changed).filter(
		(pair): pair is [string, string] => pair[1] !== undefined,
	);
	return [...kept, ...added];
}

/** The text of a page without its markup. */
export function textOf(html: string): string {
	return html
		.replaceAll(/<(script|style|title)\b.*?<\/\1>/gs, " ")
		.replaceAll(/<[^>]*>/g, " ")
		.replaceAll("&#x27;", "'")
		.replaceAll(/\s+/g, " ");
}

/** Answers every question of the form in the text of a page with a wish or with its first answer. */
export function filled(html: string, wishes: Record<string, string | undefined> = {}): Fields {
	const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
	const form = main.slice(main.lastIndexOf("<form"), main.lastIndexOf("</form>"));
	const fields: Fields = [];
	for (const [tag, element] of form.matchAll(/<(input|select)\b[^>]*>/g)) {
		const { name = "", type = "", value = "", max = "" } = attributes(tag);
		const known = fields.some(([other]) => other === name);
		if (type !== "hidden" && known) continue;
		if (type === "date") fields.push([name, max]);
		else if (element === "select") fields.push([name, firstOption(form.slice(form.indexOf(tag)))]);
		else fields.push([name, value]);
	}
	return but(fields, wishes);
}

function firstOption(after: string): string {
	const options = after
		.slice(0, after.indexOf("</select>"))
		.matchAll(/<option[^>]*value="([^"]+)"/g);
	return [...options][0]?.[1] ?? "";
}

function attributes(tag: string): Record<string, string> {
	const pairs = [...tag.matchAll(/([\w-]+)="([^"]*)"/g)];
	return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, value]));
}
