import { expect, test } from "vitest";
import type { z } from "zod";
import { factsShape, situationEvent } from "./events.ts";
import { careAccepted } from "./rehearsed-example.ts";
import { act, answer, bind, correct, nameLead, raise } from "./wishes.ts";

/** Fields that hold the name of something in the territory or in its protocol, never a sentence. */
const names = new Set([
	"by",
	"actor",
	"step",
	"structure",
	"role",
	"interruption",
	"handoff",
	"to",
	"follows",
	"suggests",
	"referent",
]);

test("an event holds no free text: codes of closed lists, numbers, and names of known things", () => {
	const free = [...leaves(situationEvent, [])].filter(({ kind }) => kind === "free text");

	expect(free).toEqual([]);
});

test("every name field is on the list, and no name may hold white space", () => {
	const named = [...leaves(situationEvent, [])].filter(({ kind }) => kind === "name");

	expect(named.map(({ path }) => path.at(-1)).filter((key) => !names.has(key ?? ""))).toEqual([]);
	expect(new Set(named.map(({ path }) => path.at(-1)))).toEqual(names);
});

test("answers are codes: each leaf of the facts is one", () => {
	const kinds = new Set([...leaves(factsShape, [])].map(({ kind }) => kind));

	expect(kinds).toEqual(new Set(["code"]));
});

test.each([
	["a sentence for a structure", { by: "Foyer des Lilas, Marie" }],
	["an address for an actor", { actor: "marie@foyer.fr" }],
	["a first name for an interruption", { interruption: "Léa a fugué" }],
	["a key that is not there", { note: "Elle a 14 ans." }],
	["an instant that is no whole number", { at: 1.5 }],
	["a text for an instant", { at: "2026-09-07" }],
	["a sentence for a clock", { clocks: [{ change: "paused", clock: "step:Léa dort dehors" }] }],
])("an event with %s is refused at the door", (_, change) => {
	const event = {
		type: "interruption-raised",
		at: 1,
		by: "spotter",
		actor: "m1",
		clocks: [],
		interruption: "runaway",
	};

	expect(situationEvent.safeParse(event).success).toBe(true);
	expect(situationEvent.safeParse({ ...event, ...change }).success).toBe(false);
});

test.each([
	["a sentence", { concern_level: "She is in danger" }],
	["a field that does not exist", { first_name: "LEA" }],
	["a list that is too long", { sign_family: ["ABSENCE", "WORDS", "DIGITAL", "MATERIAL"] }],
	["a number", { age_band: 14 }],
])("answers with %s are refused at the door", (_, facts) => {
	expect(factsShape.safeParse(facts).success).toBe(false);
});

test("every event of a full story goes through the door and comes back the same", () => {
	const told = careAccepted({ opening: { raises: ["runaway"] } });
	told.does(bind("crip", "crip-2"));
	told.does(nameLead("spotter"));
	told.does(correct(1, { age_band: "UNK", source_type: "SCHOOL" }));
	told.does(raise("immediate-danger"));
	told.does(answer("call", "PROTECTED_NOW"));
	told.does(act("SUSPEND"));
	told.waits({ n: 90, unit: "calendar-days" });

	const stored = told.events.map((event) => JSON.parse(JSON.stringify(event)));

	expect(stored.map((event) => situationEvent.parse(event))).toEqual(told.events);
	expect(new Set(told.events.map(({ type }) => type)).size).toBe(9);
});

type Leaf = { path: string[]; kind: "code" | "number" | "name" | "free text" };
type Def = z.core.$ZodTypeDef & Record<string, unknown>;

/** Every leaf of a schema, with what it can hold. */
function* leaves(schema: z.core.$ZodType, path: string[]): Generator<Leaf> {
	const def = schema._zod.def as Def;
	const inner = innerOf(def);
	if (inner) {
		for (const [key, part] of inner) yield* leaves(part, key === "" ? path : [...path, key]);
		return;
	}
	yield { path, kind: kindOf(def, schema) };
}

function innerOf(def: Def): [string, z.core.$ZodType][] | undefined {
	switch (def.type) {
		case "object":
			return Object.entries(def.shape as Record<string, z.core.$ZodType>);
		case "union":
			return (def.options as z.core.$ZodType[]).map((option) => ["", option]);
		case "array":
			return [["", def.element as z.core.$ZodType]];
		case "record":
			return [
				["", def.keyType as z.core.$ZodType],
				["", def.valueType as z.core.$ZodType],
			];
		case "optional":
		case "nullable":
			return [["", def.innerType as z.core.$ZodType]];
		default:
			return undefined;
	}
}

const code = "^[A-Z][A-Z0-9_]{0,39}$";
const sentences = ["Elle dort dehors.", "marie@foyer.fr", "06 12 34 56 78", "a\nb", "x".repeat(99)];

function kindOf(def: Def, schema: z.core.$ZodType): Leaf["kind"] {
	if (def.type === "enum" || def.type === "literal") return "code";
	if (def.type === "number") return "number";
	const takes = (text: string) => (schema as z.ZodType).safeParse(text).success;
	if (def.type === "template_literal") {
		return sentences.some((text) => takes(`step:${text}`)) ? "free text" : "code";
	}
	if (def.type !== "string" || sentences.some(takes)) return "free text";
	return patternsOf(def).includes(code) ? "code" : "name";
}

function patternsOf(def: Def): string[] {
	const checks = (def.checks ?? []) as { _zod: { def: { pattern?: RegExp } } }[];
	return checks.flatMap(({ _zod }) => _zod.def.pattern?.source ?? []);
}
