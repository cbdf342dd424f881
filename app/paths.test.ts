import { expect, test } from "vitest";
import { internalPath, paths } from "./paths.ts";

test("what is put into an address cannot leave its place", () => {
	expect(paths.step("a/b", "c?d")).toBe("/situations/a%2Fb/steps/c%3Fd");
	expect(paths.handoffAct("h", "accept")).toBe("/handoffs/h/accept");
});

test.each(["/my-day", "/protocols?page=2", "/"])("%s is an address of ours", (address) => {
	expect(internalPath(address)).toBe(address);
});

test.each(["//evil.example", "/\\evil.example", "https://evil.example", "/a\nb", "", undefined])(
	"%j leads home instead",
	(address) => {
		expect(internalPath(address)).toBe("/");
	},
);
