import { expect, test } from "vitest";
import { exampleProtocol } from "./example.for-tests.ts";
import { hasPart, namedPartKinds, type PartRef, readPart, spellPart } from "./part-ref.ts";
import { partTitle } from "./part-titles.ts";

test("a part that is spelled reads as the same part", () => {
	const parts: PartRef[] = [
		{ kind: "protocol" },
		...namedPartKinds.map((kind) => ({ kind, id: "first-contact" })),
	];

	expect(parts.map((part) => readPart(spellPart(part)))).toEqual(parts);
	expect(spellPart({ kind: "step", id: "watch" })).toBe("step:watch");
});

test.each(["", "step", "step:", ":watch", "outcome:watch", "step:Watch", "step:a b", "protocol:x"])(
	"“%s” names no part",
	(spelled) => {
		expect(readPart(spelled)).toBeUndefined();
	},
);

test("a part is there under its own kind only", () => {
	const protocol = exampleProtocol();

	expect(hasPart(protocol, { kind: "step", id: "watch" })).toBe(true);
	expect(hasPart(protocol, { kind: "group", id: "watch" })).toBe(false);
	expect(hasPart(protocol, { kind: "role", id: "care" })).toBe(true);
	expect(hasPart(protocol, { kind: "track", id: "care" })).toBe(true);
	expect(hasPart(protocol, { kind: "step", id: "care" })).toBe(false);
});

test("each part is called by its title, or by the words that Relais has for it", () => {
	const protocol = exampleProtocol();
	const title = (kind: (typeof namedPartKinds)[number], id: string) =>
		partTitle(protocol, { kind, id }).fr;

	expect(partTitle(protocol, { kind: "protocol" }).fr).toBe("Exemple court");
	expect(title("role", "crip")).toBe("CRIP");
	expect(title("phase", "orientation")).toBe("Orientation");
	expect(title("step", "call")).toBe("Appeler d'abord");
	expect(title("group", "support")).toBe("Accompagner");
	expect(title("track", "care")).toBe("Soin");
	expect(title("interruption", "runaway")).toBe("Fugue");
	expect(title("step", "gone")).toBe("gone");
});
