import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { register } from "#db/registry/register.ts";
import { privacyPage } from "./privacy.ts";

const page = privacyPage();

test("docs/privacy.md is what the register says", () => {
	const written = readFileSync(new URL("../../docs/privacy.md", import.meta.url), "utf8");

	expect(written).toBe(page);
});

test("the page names every table and every column, in words", () => {
	for (const { table, columns } of register) {
		expect(page).toContain(`### \`${table}\``);
		for (const name of Object.keys(columns)) expect(page).toContain(`| \`${name}\` |`);
	}
	expect(page).not.toMatch(/undefined|\[object/);
});

test("nothing that is kept of a minor is called anonymous", () => {
	expect(page).not.toMatch(/\b(données|data) (sont |is |are )?anonym/i);
	expect(page).toContain("pseudonymisées");
});

test("every column is told in words, unless it stays empty", () => {
	const silent = register.flatMap(({ table, columns }) =>
		Object.entries(columns)
			.filter(([, { class: own, holds }]) => holds === "" && own !== "empty")
			.map(([name]) => `${table}.${name}`),
	);

	expect(silent).toEqual([]);
});
