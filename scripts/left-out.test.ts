import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { leavingOut, leftOutByPlaywright } from "../e2e/support/left-out.ts";

test("whatever Playwright has Chromium leave out is left out in our tests too", () => {
	const manifest = createRequire(import.meta.url).resolve("playwright-core/package.json");
	const bundle = readFileSync(join(dirname(manifest), "lib", "coreBundle.js"), "utf8");
	const [, list = ""] = /\bdisabledFeatures = \[([^\]]*)\]/.exec(bundle) ?? [];
	const asked = [...list.matchAll(/^\s*"(\w+)"/gm)].map(([, name]) => name);

	expect(leftOutByPlaywright).toEqual(asked.filter((name) => !/^ms[A-Z]/.test(name ?? "")));
	for (const name of leftOutByPlaywright) expect(leavingOut).toContain(name);
});
