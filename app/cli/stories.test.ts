import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { storyPages } from "./stories.ts";

test.each(storyPages())(
	"docs/stories/$name tells the stories as they are tested",
	({ name, text }) => {
		const written = readFileSync(new URL(`../../docs/stories/${name}`, import.meta.url), "utf8");

		expect(written).toBe(text);
		// Every act has words: no code of an event is left in a sentence.
		expect(text).not.toMatch(/\b[A-Z]{4,}_[A-Z_]+\b/);
	},
);
