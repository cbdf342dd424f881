import { expect, test } from "vitest";
import { compiledModel } from "./models.for-tests.ts";
import { possibleActs } from "./possible-acts.ts";
import { beginStory, tellAct } from "./telling.ts";
import { ordinarySetting } from "./world.ts";

const stories = ["example", "reference-b"].flatMap((id) => {
	const { compiled, scenarios } = compiledModel(id);
	return scenarios.map((scenario) => ({ id, name: scenario.id, compiled, scenario }));
});

test.each(stories)(
	"what people do in $id, $name, was offered to them",
	({ compiled, scenario }) => {
		const opened = beginStory(compiled, scenario.opensWith ?? [], ordinarySetting);
		if (!opened.ok) throw new Error(opened.why.code);
		let { told } = opened;
		for (const act of scenario.acts) {
			if (!("waits" in act)) {
				const offered = possibleActs(told).map(spell);
				// Where one outcome alone fits, the button leaves it unsaid.
				const ways = "onHandoff" in act ? [act, { ...act, outcome: undefined }] : [act];
				expect(ways.some((way) => offered.includes(spell(way)))).toBe(true);
			}
			const next = tellAct(told, act);
			if (!next.ok) throw new Error(next.why.code);
			told = next.told;
		}
	},
);

/** An act without its answers and reasons: forms ask for those beside. */
function spell(act: object): string {
	const { with: _, reason: __, ...rest } = { with: undefined, reason: undefined, ...act };
	return JSON.stringify(rest);
}
