import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { longestStory, mostActs, readAct, readStory } from "./read-story.ts";

test("every scenario of the catalogue is read back as it was written", () => {
	for (const { scenarios } of catalogue) {
		for (const { acts, opensWith } of scenarios) {
			expect(readStory(JSON.stringify({ opensWith, acts }))).toEqual(
				opensWith ? { opensWith, acts } : { acts },
			);
			expect(readStory(JSON.stringify(acts))).toEqual({ acts });
		}
	}
});

test.each([
	["no JSON", "{"],
	["no story", "7"],
	["an act of nobody", '[{"answers":"watch","outcome":"X"}]'],
	["an act that is two", '[{"by":"crip","raises":"runaway","handsOff":"report"}]'],
	["a sentence for a code", '[{"by":"crip","answers":"watch","outcome":"Elle dort dehors"}]'],
	["an unknown question", '[{"by":"crip","answers":"watch","outcome":"X","with":{"name":"LEA"}}]'],
	["a wait without end", '[{"waits":{"n":0,"unit":"working-days"}}]'],
	["a reason of no list", '[{"by":"crip","onHandoff":"a","event":"DECLINE","reason":"RAIN"}]'],
	["too many acts", JSON.stringify(Array(mostActs + 1).fill({ by: "crip", raises: "runaway" }))],
	["too long a text", `[${" ".repeat(longestStory)}]`],
])("%s is no story", (_, text) => {
	expect(readStory(text)).toBeUndefined();
});

test("one act is read by itself", () => {
	expect(readAct('{"by":"crip","raises":"runaway"}')).toEqual({ by: "crip", raises: "runaway" });
	expect(readAct("[]")).toBeUndefined();
});
