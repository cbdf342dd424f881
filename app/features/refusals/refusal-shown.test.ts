import { expect, test } from "vitest";
import { refusalShown } from "./refusal-shown.ts";

const sent = { what: "Somebody acted.", nothing: "Nothing was recorded.", next: "Send again." };
const before = { what: "The step is done.", nothing: "Nothing was recorded.", next: "Go back." };

test("what happened comes from what was sent, what to do from what stands in the way now", () => {
	expect(refusalShown(sent, before)).toEqual({ ...sent, next: "The step is done. Go back." });
	expect(refusalShown(sent, null)).toBe(sent);
	expect(refusalShown(undefined, before)).toBe(before);
	expect(refusalShown(undefined, null)).toBeNull();
});
