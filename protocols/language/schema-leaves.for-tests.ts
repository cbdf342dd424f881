import { z } from "zod";

/** What one value of a schema can hold, from the most closed to the most open. */
export type Held =
	| "choice"
	| "yes or no"
	| "number"
	| "date"
	| "form"
	| "unbounded number"
	| "free text"
	| "anything";

/** One value of a schema: where it stands, and what it can hold. */
export type Leaf = { path: string; holds: Held; schema: z.core.$ZodType };

/** Kinds of values into which nothing fits that tells who somebody is. */
export const closed: readonly Held[] = ["choice", "yes or no", "number", "date", "form"];

/** What a hurried person might type about a minor; all invented. None of it may fit into a form. */
export const whatIdentifies = [
	"Léa Martin",
	"Lea Martin",
	"LÉA",
	"lea.martin@example.org",
	"@lea_du_75",
	"06 12 34 56 78",
	"+33612345678",
	"1 04 03 75 056 012 34",
	"14/03/2010",
	"née le 14 mars 2010",
	"12 rue des Lilas, Vernoux",
	"AB-123-CD, une voiture grise",
	"Elle dort dehors.",
	"a\nb",
	"step\0Léa Martin",
	"x".repeat(200),
	"7".repeat(200),
];

type Def = z.core.$ZodTypeDef & Record<string, unknown>;
type Inner = [name: string, schema: z.core.$ZodType][];

/** Every value that a schema lets in, found by walking it. What a transform gives out does not count. */
export function leavesOf(schema: z.core.$ZodType, path = "", above = new Set<object>()): Leaf[] {
	// A schema that holds itself was walked already.
	if (above.has(schema)) return [];
	const inner = innerOf(schema._zod.def as Def);
	if (!inner) return [{ path, holds: heldBy(schema), schema }];
	const within = new Set(above).add(schema);
	return inner.flatMap(([name, part]) => {
		const step = path === "" || name === "" ? path + name : `${path}.${name}`;
		return leavesOf(part, step, within);
	});
}

function innerOf(def: Def): Inner | undefined {
	const part = (name: string) => def[name] as z.core.$ZodType;
	const parts = (name: string) => def[name] as z.core.$ZodType[];
	switch (def.type) {
		case "object":
			return [
				...Object.entries(def.shape as Record<string, z.core.$ZodType>),
				...(def.catchall ? ([["*", part("catchall")]] satisfies Inner) : []),
			];
		case "union":
			return parts("options").map((option) => ["", option]);
		case "tuple":
			return parts("items").map((item) => ["", item]);
		case "array":
			return [["", part("element")]];
		case "set":
			return [["", part("valueType")]];
		case "record":
		case "map":
			return [
				["key", part("keyType")],
				["", part("valueType")],
			];
		case "intersection":
			return [
				["", part("left")],
				["", part("right")],
			];
		case "pipe":
			return [["", isTransform(part("in")) ? part("out") : part("in")]];
		case "lazy":
			return [["", (def.getter as () => z.core.$ZodType)()]];
		default:
			return def.innerType ? [["", part("innerType")]] : undefined;
	}
}

function isTransform(schema: z.core.$ZodType): boolean {
	return (schema._zod.def as Def).type === "transform";
}

function heldBy(schema: z.core.$ZodType): Held {
	const { type } = schema._zod.def as Def;
	switch (type) {
		case "enum":
		case "literal":
		case "null":
		case "undefined":
		case "never":
			return "choice";
		case "boolean":
			return "yes or no";
		case "number":
		case "int":
			return isBounded(schema) ? "number" : "unbounded number";
		case "string":
		case "template_literal":
			return heldByText(schema);
		default:
			return "anything";
	}
}

/** A whole number between two limits; the widest here is an instant. */
function isBounded(schema: z.core.$ZodType): boolean {
	return ![0.5, 1e15, -1e15, Number.POSITIVE_INFINITY].some((n) => z.safeParse(schema, n).success);
}

/** Tried rather than read: a form is what lets nothing in that a hurried person might type. */
function heldByText(schema: z.core.$ZodType): Held {
	const takes = (text: string) => z.safeParse(schema, text).success;
	// Some forms ask for a beginning of their own, such as `step:`.
	const tries = whatIdentifies.flatMap((text) => [text, `step:${text}`, `handoff:${text}`]);
	if (tries.some(takes)) return "free text";
	return takes("2010-03-14") && !takes("abc") ? "date" : "form";
}
