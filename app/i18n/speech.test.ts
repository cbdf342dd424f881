import { expect, test } from "vitest";
import { speechIn } from "./speech.ts";

const { say, has } = speechIn(
	{
		day: {
			title: "Ma journée",
			for: "{{role}} : {{name}}, oui, {{role}}",
			left: { hours_one: "encore {{count}} heure", hours_other: "encore {{count}} heures" },
			none_zero: "aucune",
			none_one: "une",
			none_other: "{{count}}",
		},
	},
	"fr",
);

test("a text is said by its full name", () => {
	expect(say("day:title")).toBe("Ma journée");
});

test("values are filled in wherever they are asked for, and only once", () => {
	expect(say("day:for", { role: "CRIP", name: "{{role}}" })).toBe("CRIP : {{role}}, oui, CRIP");
});

test("a value that is missing leaves nothing behind", () => {
	expect(say("day:for", { role: "CRIP" })).toBe("CRIP : , oui, CRIP");
});

test.each([
	[0, "encore 0 heure", "aucune"],
	[1, "encore 1 heure", "une"],
	[2, "encore 2 heures", "2"],
])("%i chooses its form, as French counts", (count, hours, none) => {
	expect(say("day:left.hours", { count })).toBe(hours);
	expect(say("day:none", { count })).toBe(none);
});

test.each(["day:left", "day:absent", "day:toString", "__proto__:day", "Une phrase : la voici."])(
	"%s is no text, and is given back as it is",
	(name) => {
		expect(has(name)).toBe(false);
		expect(say(name)).toBe(name);
	},
);
