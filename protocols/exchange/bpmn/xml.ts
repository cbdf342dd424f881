/** An element of an XML document. */
export type XmlElement = {
	name: string;
	attributes?: Record<string, string | number | boolean | undefined>;
	children?: (XmlElement | undefined)[];
	text?: string;
};

/** Writes an element with everything in it, indented; attributes without a value are left out. */
export function writeXml(root: XmlElement): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, "")}\n`;
}

function writeElement({ name, attributes = {}, children = [], text }: XmlElement, indent: string) {
	const said = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
		.join("");
	const open = `${indent}<${name}${said}`;
	if (text !== undefined) return `${open}>${escapeXml(text)}</${name}>`;
	const inside: string[] = children
		.filter((child) => child !== undefined)
		.map((child) => writeElement(child, `${indent}  `));
	return inside.length === 0 ? `${open} />` : `${open}>\n${inside.join("\n")}\n${indent}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&apos;",
	"\t": "&#9;",
	"\n": "&#10;",
	"\r": "&#13;",
};

/**
 * A text as it stands in an attribute or between two tags. White space keeps its form; what XML 1.0
 * cannot hold at all becomes the sign for an unreadable character.
 */
export function escapeXml(text: string): string {
	return readable(text).replaceAll(/[&<>"'\t\n\r]/g, (letter) => entities[letter] ?? letter);
}

/** The text without what XML 1.0 cannot hold (section 2.2): controls, half pairs, two non-characters. */
export function readable(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
	const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;
	return text.replaceAll(unreadable, "\ufffd");
}
