import { BrowserStage, storyOf } from "../support/browser-stage.ts";
import { test } from "../support/test.ts";

const stories = [
	["reference-a", "danger-in-identification"],
	["reference-b", "refusal"],
	["reference-c", "opened-by-an-absence"],
] as const;

for (const [model, id] of stories) {
	const { protocol, scenario } = storyOf(model, id);

	test(`${model}: ${scenario.title.en}. ${scenario.shows.en}`, async ({ enter }) => {
		const stage = new BrowserStage(enter, protocol);

		await stage.opens(scenario);
		for (const act of scenario.acts) {
			if ("waits" in act) continue;
			await test.step(JSON.stringify(act), () => stage.plays(act));
		}

		await stage.ends(scenario.ends);
	});
}
