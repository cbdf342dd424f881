import { createHash } from "node:crypto";
import { type Identity, withoutAccents } from "./identities.ts";

/** One thing that was said once of somebody who does not exist, and where it was put. */
export type Canary = { identity: Identity; saying: Saying; text: string; where: string };

/** Bytes that would betray a canary, with what they are. */
export type Trace = { canary: Canary; what: string; bytes: Buffer };

/** The ways in which a person says who somebody is. */
export const sayings = {
	"full name": ({ firstName, lastName }: Identity) => `${firstName} ${lastName}`,
	telephone: ({ phone }: Identity) => pairsOf(phone).join(" "),
	"telephone in one": ({ phone }: Identity) => phone,
	"telephone from abroad": ({ phone }: Identity) => `+33${phone.slice(1)}`,
	NIR: ({ nir }: Identity) => nir,
	"NIR in parts": ({ nir }: Identity) => `${nirParts(nir).join(" ")} ${nir.slice(13)}`,
	"birth date": ({ born }: Identity) => born,
	"birth date in French": ({ born }: Identity) => inFrench(born),
	address: ({ street, lastName }: Identity) => `12 rue ${street}, chez ${lastName}`,
	handle: ({ handle }: Identity) => `@${handle}`,
	"e-mail": ({ email }: Identity) => email,
	"short name": (identity: Identity) => slugOf(identity),
	"name as a code": (identity: Identity) => slugOf(identity).toUpperCase().replaceAll("-", "_"),
	sentence: ({ firstName, lastName, phone }: Identity) =>
		`Elle s'appelle ${firstName} ${lastName}, ${phone}.`,
} as const satisfies Record<string, (identity: Identity) => string>;
export type Saying = keyof typeof sayings;

/** Every way in which a canary could have been written down, in every coding we can think of. */
export function tracesOf(canary: Canary): Trace[] {
	const written = wordsIn(canary).flatMap(([what, word]) =>
		codings(word).map(([coding, bytes]) => ({ canary, what: `${what}, ${coding}`, bytes })),
	);
	return [...written, ...digestsOf(canary)];
}

/** The words of a saying that stand for nobody else, whatever stands around them. */
function wordsIn({ identity, saying }: Canary): [what: string, word: string][] {
	const { firstName, lastName, street, phone, nir, born, handle } = identity;
	const names: [string, string][] = [
		["first name", firstName],
		["last name", lastName],
	];
	const telephone: [string, string][] = [
		["telephone", phone.slice(1)],
		...[" ", ".", "-"].map((between): [string, string] => [
			"telephone in pairs",
			pairsOf(phone).join(between),
		]),
	];
	switch (saying) {
		case "telephone":
		case "telephone in one":
		case "telephone from abroad":
			return telephone;
		case "NIR":
		case "NIR in parts":
			return [
				["NIR", nir.slice(0, 13)],
				["NIR with its key", nir],
				["NIR in parts", nirParts(nir).join(" ")],
			];
		case "birth date":
		case "birth date in French":
			return [
				["birth date", born],
				["birth date in French", inFrench(born)],
			];
		case "address":
			return [["street", street], ...names.slice(1)];
		case "handle":
			return [["handle", handle]];
		case "sentence":
			return [...names, ...telephone];
		default:
			return names;
	}
}

/** The same word in other bytes. Letters are compared without their case. */
function codings(word: string): [coding: string, bytes: Buffer][] {
	const spellings = [
		["as typed", word],
		["upper case", word.toUpperCase()],
		["decomposed", word.normalize("NFD")],
		["without accents", withoutAccents(word)],
	] as const;
	const known = new Map<string, [string, Buffer]>();
	for (const [spelling, text] of spellings) {
		for (const [coding, bytes] of bytesOf(text)) {
			const folded = bytes.toString("latin1").toLowerCase();
			if (!known.has(folded)) known.set(folded, [`${spelling}, ${coding}`, bytes]);
		}
	}
	return [...known.values()];
}

function bytesOf(text: string): [coding: string, bytes: Buffer][] {
	const utf8 = Buffer.from(text);
	const utf16 = Buffer.from(text, "utf16le");
	return [
		["UTF-8", utf8],
		["Latin-1", Buffer.from(text, "latin1")],
		["UTF-16 LE", utf16],
		["UTF-16 BE", Buffer.from(utf16).swap16()],
		["in an address", Buffer.from(encodeURIComponent(text))],
		["in a form", Buffer.from(encodeURIComponent(text).replaceAll("%20", "+"))],
		["in JSON", Buffer.from(escaped(text, (code) => `\\u${code.toString(16).padStart(4, "0")}`))],
		["in HTML", Buffer.from(escaped(text, (code) => `&#x${code.toString(16)};`))],
		["hexadecimal", Buffer.from(utf8.toString("hex"))],
		...[0, 1, 2].map((shift): [string, Buffer] => [`base64, ${shift}`, base64(utf8, shift)]),
	];
}

function escaped(text: string, spell: (code: number) => string): string {
	return [...text].map((sign) => (sign < "\x7f" ? sign : spell(sign.charCodeAt(0)))).join("");
}

/** What base64 makes of a word that begins so many bytes into a group of three. */
function base64(word: Buffer, shift: number): Buffer {
	const whole = Buffer.concat([Buffer.alloc(shift), word]).toString("base64");
	const begin = Math.ceil((shift * 8) / 6);
	const end = Math.floor(((shift + word.length) * 8) / 6);
	return Buffer.from(whole.slice(begin, end));
}

/** Not even a digest: none that anybody could compute in order to test a name. */
function digestsOf(canary: Canary): Trace[] {
	const digest = createHash("sha256").update(canary.text).digest();
	const written = [digest, digest.toString("hex"), digest.toString("base64url")];
	return written.map((bytes) => ({ canary, what: "SHA-256", bytes: Buffer.from(bytes) }));
}

/** ASCII letters in lower case; every other byte as it is. */
export function fold(bytes: Buffer): Buffer {
	return Buffer.from(bytes.toString("latin1").replaceAll(/[A-Z]+/g, lower), "latin1");
}

function lower(letters: string): string {
	return letters.toLowerCase();
}

function pairsOf(phone: string): string[] {
	return phone.match(/\d\d/g) ?? [];
}

function nirParts(nir: string): string[] {
	const ends = [0, 1, 3, 5, 7, 10, 13];
	return ends.slice(1).map((end, index) => nir.slice(ends[index], end));
}

function inFrench(born: string): string {
	return born.split("-").reverse().join("/");
}

function slugOf({ firstName, lastName }: Identity): string {
	return withoutAccents(`${firstName}-${lastName}`).toLowerCase();
}
