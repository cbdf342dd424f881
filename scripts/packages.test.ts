import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packagePages } from "./packages.mjs";

const root = join(import.meta.dirname, "..");
const { brought, reasons, scripted, pages } = packagePages();
const settings = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

test("every package that we ask for has a reason, and every reason a package", () => {
	expect(Object.keys(reasons).sort()).toEqual(Object.keys(settings.dependencies).sort());
});

test.each(Object.entries(pages))("%s says what the lock file says", (path, text) => {
	expect(readFileSync(join(root, path), "utf8")).toBe(text);
});

test("only the packages that need it run a script of their own when they are installed", () => {
	expect(scripted).toEqual(["node"]);
});

test("no package comes from anywhere but by its name and its hash", () => {
	const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
	const foreign = [...brought.keys()].filter((at) => {
		const { integrity, resolved, link } = lock[at];
		return link || resolved || !/^sha512-/.test(integrity ?? "");
	});
	expect(foreign).toEqual([]);
});

test("the advisories were reviewed within the thirty days before this release was made", () => {
	const page = readFileSync(join(root, "docs/security/advisories.md"), "utf8");
	const reviewed = Date.parse(/Last review: (\d{4}-\d\d-\d\d)/.exec(page)?.[1] ?? "");
	const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
	const released = /^## \[?[\d.]+\]? - (\d{4}-\d\d-\d\d)/m.exec(changelog)?.[1];

	expect(reviewed).not.toBeNaN();
	// What was not released yet has no date to be late for.
	const days = released ? (Date.parse(released) - reviewed) / 86_400_000 : 0;
	expect(days).toBeLessThanOrEqual(30);
});
