import { expect, expectTypeOf, test } from "vitest";
import type { ProtocolContext } from "#protocols/compiler/catalogue-of-names.ts";
import { closed, leavesOf } from "#protocols/language/schema-leaves.for-tests.ts";
import { type Facts, factsShape } from "#protocols/language/vocabulary/answers.ts";
import { type StepAnswered, situationEvent } from "./events.ts";
import { careAccepted } from "./rehearsed-example.ts";
import { act, answer, bind, correct, nameLead, raise } from "./wishes.ts";

/** Fields that hold the name of something in the territory or in its protocol, never a sentence. */
const names = new Set([
	"by",
	"actor",
	"step",
	"structure",
	"structures",
	"role",
	"interruption",
	"handoff",
	"handoffs",
	"to",
	"from",
	"begins",
	"follows",
	"suggests",
	"referent",
]);

test("an event holds no free text: codes of closed lists, numbers, and names of known things", () => {
	const all = leavesOf(situationEvent);

	expect(all.filter(({ holds }) => !closed.includes(holds)).map(({ path }) => path)).toEqual([]);
	expect(all.length).toBeGreaterThan(100);
});

test("every form is a name on the list, a clock or the code of an outcome", () => {
	const forms = leavesOf(situationEvent).filter(({ holds }) => holds === "form");
	const places = new Set(forms.map(({ path }) => path.split(".").at(-1)));

	expect(places).toEqual(new Set([...names, "clock", "outcome"]));
});

test("answers are codes of their own list: there is no other leaf, and no code of another list fits", () => {
	const held = new Set(leavesOf(factsShape).map(({ holds }) => holds));

	expect(held).toEqual(new Set(["choice"]));
	expect(factsShape.safeParse({ age_band: "U15" }).success).toBe(true);
	expect(factsShape.safeParse({ age_band: "MINOR_YES" }).success).toBe(false);
	expect(factsShape.safeParse({ age_band: "LEA_MARTIN" }).success).toBe(false);
});

test("to the types, an answer is one of a few words, and nothing else is known of a situation", () => {
	expectTypeOf<Facts["age_band"]>().toEqualTypeOf<
		"U15" | "A15_17" | "A18_20" | "UNK" | undefined
	>();
	expectTypeOf<Extract<OpenText<Facts>, string>>().toEqualTypeOf<never>();
	expectTypeOf<ProtocolContext["facts"]>().toEqualTypeOf<Facts>();
	expectTypeOf<keyof ProtocolContext>().toEqualTypeOf<
		"facts" | "rounds" | "reached" | "open" | "overdue"
	>();
	expectTypeOf<StepAnswered["answers"]>().toEqualTypeOf<Facts>();
	// The proof itself can fail: a text that anything fits into is found.
	expectTypeOf<Extract<OpenText<{ note?: string }>, string>>().toEqualTypeOf<string>();
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

/** The texts of a type that anything fits into: `string` itself, and none of its words. */
type OpenText<Type> = Type extends string
	? string extends Type
		? Type
		: never
	: Type extends readonly (infer Item)[]
		? OpenText<Item>
		: Type extends object
			? { [Key in keyof Type]: OpenText<Type[Key]> }[keyof Type]
			: never;
