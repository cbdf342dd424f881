import { type Chance, pick, rarely } from "#protocols/casework/random-choice.ts";

/** The fields of a form, as a browser sends them. */
export type Fields = [name: string, value: string][];

/** A form of a page: where it leads, and what stands in it. */
export type PageForm = { action: string; html: string };

/** The forms of the page itself, without those of its frame: language, lock, sign-out. */
export function formsOf(body: string, path: string): PageForm[] {
	const main = body.slice(body.indexOf("<main"), body.indexOf("</main>"));
	return [...main.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(
		([, head = "", html = ""]) => {
			const { method = "get", action = path } = attributesOf(head);
			return method.toLowerCase() === "post" ? [{ action: tidy(action), html }] : [];
		},
	);
}

/** The addresses that the page itself leads to. */
export function linksOf(body: string): string[] {
	const main = body.slice(body.indexOf("<main"), body.indexOf("</main>"));
	const found = [...main.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map(([, href = ""]) =>
		tidy(href),
	);
	return [...new Set(found)];
}

/** Fills a form by chance: most fields with something that they offer, seldom with nothing. */
export function filledByChance({ html }: PageForm, chance: Chance): Fields {
	const radios = new Map<string, string[]>();
	const fields: Fields = [];
	for (const [tag, element = ""] of html.matchAll(/<(input|select|button)\b[^>]*>/g)) {
		const { name = "", type = "", value = "" } = attributesOf(tag);
		if (type === "radio") radios.set(name, [...(radios.get(name) ?? []), value]);
		else if (name !== "") fields.push(...fieldOf({ tag, element, html }, chance));
	}
	for (const [name, values] of radios) {
		if (!rarely(chance, 20)) fields.push([name, pick(chance, values)]);
	}
	return fields;
}

type Element = { tag: string; element: string; html: string };

function fieldOf({ tag, element, html }: Element, chance: Chance): Fields {
	const { name = "", type = "", value = "", max = "" } = attributesOf(tag);
	if (element === "select") return [[name, optionIn(html, tag, chance)]];
	if (type === "hidden") return [[name, value]];
	if (type === "date") return [[name, max]];
	const isChosen = (type === "checkbox" || element === "button") && rarely(chance, 2);
	return isChosen ? [[name, value || "on"]] : [];
}

function optionIn(html: string, tag: string, chance: Chance): string {
	const after = html.slice(html.indexOf(tag));
	const options = after
		.slice(0, after.indexOf("</select>"))
		.matchAll(/<option[^>]*value="([^"]+)"/g);
	const values = [...options].map(([, value = ""]) => value);
	return values.length === 0 ? "" : pick(chance, values);
}

function attributesOf(tag: string): Record<string, string> {
	const pairs = [...tag.matchAll(/([\w-]+)="([^"]*)"/g)];
	return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, tidy(value)]));
}

function tidy(text: string): string {
	return text.replaceAll("&amp;", "&").replaceAll("&#x27;", "'").replaceAll("&quot;", '"');
}
