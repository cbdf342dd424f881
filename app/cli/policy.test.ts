import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { policyPage } from "#app/server/policy/print.ts";

test("the page that says who may do what is the one that the table writes", () => {
	const written = readFileSync(new URL("../../docs/security/policy.md", import.meta.url), "utf8");

	expect(written, "run `npm run relais -- policy`").toBe(policyPage());
});
