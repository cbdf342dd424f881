import fc from "fast-check";
import type { Asked } from "./http.ts";

/** A form that somebody may send: its address, and the fields that a page of ours would send. */
export type Door = { path: string; fields: [string, string][] };

const form = "application/x-www-form-urlencoded";

/** Names that no page of ours ever asks for; several mean something to the language itself. */
const strangeNames = fc.oneof(
	fc.constantFrom(
		...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"],
		...["__proto__[x]", "constructor.prototype", "a[]", "a[0]", "a.b", "[]", "", " ", "\0", "then"],
		...["surname", "nom", "prenom", "id", "situation_pk", "structureId", "duty", "admin"],
	),
	fc.string({ unit: "binary", minLength: 1, maxLength: 40 }).map((text) => `x${text}`),
);

const strangeValues = fc.oneof(
	fc.string({ unit: "binary", maxLength: 200 }),
	fc.constantFrom(
		...["", "null", "undefined", "NaN", "Infinity", "-0", "1e308", "9007199254740993", "0x10"],
		...[
			"' OR 1=1 --",
			"<script>alert(1)</script>",
			"{{7*7}}",
			"$" + "{7*7}",
			"%00",
			"\u202e",
			"\uFEFF",
		],
		...["../../etc/passwd", "true", "[object Object]", "\ud800", "ﷺ".repeat(500), "A".repeat(8000)],
	),
	fc.integer().map(String),
	fc.double().map(String),
);

/**
 * A request that no page of ours can send, whatever else is right about it.
 *
 * Each kind is malformed by construction: none could be recorded by a server that does what it says.
 */
export function malformed(doors: readonly Door[]): fc.Arbitrary<Asked> {
	return fc.constantFrom(...doors).chain(({ path, fields }) =>
		fc
			.oneof(
				{ weight: 5, arbitrary: withStrangers(fields) },
				{ weight: 2, arbitrary: mixedUp(fields) },
				{ weight: 2, arbitrary: bytes() },
				{ weight: 1, arbitrary: brokenEscapes(fields) },
				{ weight: 2, arbitrary: otherTypes(fields) },
			)
			.map(({ type, body }) => ({
				method: "POST",
				path,
				headers: { "content-type": type },
				body,
			})),
	);
}

type Body = { type: string; body: string | Uint8Array };

/** The right form, with fields that it does not have. */
function withStrangers(fields: Door["fields"]): fc.Arbitrary<Body> {
	const strangers = fc.array(fc.tuple(strangeNames, strangeValues), { minLength: 1, maxLength: 6 });
	const kept = fc.subarray(fields);
	return fc
		.tuple(kept, strangers)
		.map(([own, more]) => encoded([...own, ...more, ["no-such-field", ""]]));
}

/** The right names with values that nobody can choose; one of them is always impossible. */
function mixedUp(fields: Door["fields"]): fc.Arbitrary<Body> {
	const values = fc.array(strangeValues, { minLength: fields.length, maxLength: fields.length });
	return values.map((strange) => {
		const pairs = fields.map(([name], at): [string, string] => [name, strange[at] ?? ""]);
		return encoded([...pairs, ["key", "no key"], ["key", "nor this"]]);
	});
}

function bytes(): fc.Arbitrary<Body> {
	const invalid = new Uint8Array([0x3d, 0xff, 0xfe]);
	return fc
		.uint8Array({ maxLength: 400 })
		.map((some) => ({ type: form, body: Buffer.concat([some, invalid]) }));
}

function brokenEscapes(fields: Door["fields"]): fc.Arbitrary<Body> {
	const breaks = fc.constantFrom("%", "%E0%A4%A", "%zz", "%C0%80", "%ED%A0%80", "%00");
	return fc.tuple(breaks, fc.nat(5)).map(([broken, count]) => ({
		type: form,
		body: `${encoded(fields).body}&${`x${broken}=${broken}&`.repeat(count + 1)}`,
	}));
}

/** What browsers do not send to us: other kinds of bodies, whole or cut short. */
function otherTypes(fields: Door["fields"]): fc.Arbitrary<Body> {
	const record = Object.fromEntries(fields);
	const json = fc
		.oneof(fc.json({ maxDepth: 6 }), fc.constant(JSON.stringify(record)), fc.constant('{"a":'))
		.map((body) => ({ type: "application/json", body }));
	const parts = fc.string({ unit: "binary", maxLength: 80 }).map((text) => ({
		type: "multipart/form-data; boundary=x",
		body: `--x\r\ncontent-disposition: form-data; name="${text}"; filename="a"\r\n\r\n${text}`,
	}));
	const named = fc
		.constantFrom("text/plain", "text/xml", "application/octet-stream", "", "x", `${form}x`, "*/*")
		.map((type) => ({ type, body: encoded(fields).body }));
	return fc.oneof(json, parts, named);
}

function encoded(pairs: [string, string][]): { type: string; body: string } {
	return { type: form, body: new URLSearchParams(pairs).toString() };
}
