/** One thing that a form asks for. */
export type Field = {
	name: string;
	kind: "hidden" | "choice" | "several" | "list" | "date" | "text";
	/** What it may be, as the page says: the choices, the hidden value, the last day. */
	values: string[];
	/** What kind of text, as the browser is told: `email`, `password`. */
	type: string;
};

/** A form as a page shows it. */
export type Form = {
	method: "GET" | "POST";
	action: string;
	fields: Field[];
	/** The buttons that send something of their own. */
	buttons: [name: string, value: string][];
};

/** The addresses of this site that a page leads to, by a link or in words, as an invitation does. */
export function linksIn(html: string): string[] {
	const linked = html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g);
	const said = html.matchAll(/https?:\/\/localhost:\d+(\/[^\s"<]+)/g);
	const all = [...linked, ...said].map(([, address = ""]) => plain(address));
	return [...new Set(all.filter((address) => /^\/(?!\/)/.test(address)))];
}

/** Every form on a page, as it is without scripts. */
export function formsIn(html: string, path: string): Form[] {
	return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(
		([, opening = "", inside = ""]) => {
			const { method = "get", action = path } = attributesOf(opening);
			return {
				method: method.toLowerCase() === "post" ? "POST" : "GET",
				action: action === "" ? path : action,
				fields: fieldsIn(inside),
				buttons: buttonsIn(inside),
			};
		},
	);
}

function fieldsIn(inside: string): Field[] {
	const fields = new Map<string, Field>();
	for (const [tag, element = ""] of inside.matchAll(/<(input|select|textarea)\b[^>]*>/g)) {
		const field = fieldOf(tag, element, inside);
		const known = field && fields.get(field.name);
		if (known) known.values.push(...field.values);
		else if (field) fields.set(field.name, field);
	}
	return [...fields.values()];
}

/** One thing that can be filled in; undefined for a button, or for what cannot be sent. */
function fieldOf(tag: string, element: string, inside: string): Field | undefined {
	const { name, type = "text", value = "", max = "", min = "", disabled } = attributesOf(tag);
	if (!name || disabled !== undefined || /^(submit|button|reset)$/.test(type)) return undefined;
	const kind = kindOf(element, type);
	if (kind === "list") return { name, kind, type, values: optionsAfter(inside, tag) };
	return { name, kind, type, values: [kind === "date" ? max || min : value] };
}

function kindOf(element: string, type: string): Field["kind"] {
	if (element === "select") return "list";
	if (type === "hidden") return "hidden";
	if (type === "radio") return "choice";
	if (type === "checkbox") return "several";
	return type === "date" ? "date" : "text";
}

function optionsAfter(inside: string, tag: string): string[] {
	const from = inside.indexOf(tag);
	const list = inside.slice(from, inside.indexOf("</select>", from));
	const values = [...list.matchAll(/<option\b([^>]*)>/g)].map(
		([, opening = ""]) => attributesOf(opening).value ?? "",
	);
	return values.filter((value) => value !== "");
}

function buttonsIn(inside: string): [string, string][] {
	const all = [...inside.matchAll(/<button\b([^>]*)>/g)].map(([, opening = ""]) =>
		attributesOf(opening),
	);
	return all.flatMap(({ name, value = "" }): [string, string][] => (name ? [[name, value]] : []));
}

function attributesOf(tag: string): Record<string, string | undefined> {
	const pairs = [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
	return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, plain(value)]));
}

/** Text without the spelling of HTML. */
function plain(text: string): string {
	return text
		.replaceAll("&quot;", '"')
		.replaceAll("&#x27;", "'")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&");
}
