import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = join(import.meta.dirname, "..");
const folder = join(root, "docs/security");

type Requirement = { level: number; status: string; test?: string; note: string };
const asvs: Record<string, Requirement> = parse(readFileSync(join(folder, "asvs.yaml"), "utf8"));
const all = Object.entries(asvs);

test("ASVS 5.0.0 is read whole: 70 requirements of level 1, 183 of level 2, 92 of level 3", () => {
	const count = (level: number) => all.filter(([, one]) => one.level === level).length;
	expect([count(1), count(2), count(3)]).toEqual([70, 183, 92]);
});

test("what is met names a test that is there; what is not says why", () => {
	const statuses = new Set(all.map(([, { status }]) => status));
	expect(statuses).toEqual(new Set(["met", "partly", "not-met", "host", "not-applicable"]));
	for (const [id, { status, test: proof, note }] of all) {
		expect(note.length, id).toBeGreaterThan(1);
		if (status === "met") expect(isTest(proof), `${id}: ${proof}`).toBe(true);
	}
});

test("levels 1 and 2 are met but for what is said, and four fifths of level 3", () => {
	const share = (level: number) => {
		const ours = all.filter(
			([, one]) => one.level === level && !["host", "not-applicable"].includes(one.status),
		);
		const met = ours.filter(([, { status }]) => status === "met");
		process.stdout.write(`ASVS level ${level}: ${met.length} of ${ours.length} met by Relais\n`);
		return { ratio: met.length / ours.length, open: ours.filter((one) => !met.includes(one)) };
	};

	expect(share(1).open).toEqual([]);
	expect(share(2).open.map(([id]) => id)).toEqual(["V6.2.12", "V11.2.2"]);
	expect(share(3).ratio).toBeGreaterThanOrEqual(0.8);
});

test.each(readdirSync(folder).filter((name) => name.endsWith(".md")))(
	"%s names only files that are there",
	(page) => {
		const text = readFileSync(join(folder, page), "utf8");
		const named = [...text.matchAll(/`((?:app|db|protocols|e2e|scripts|docs)\/[\w./$-]+)`/g)];
		const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)];
		const missing = [
			...named.map(([, path]) => join(root, String(path))),
			...linked.map(([, path]) => join(folder, String(path))),
		].filter((path) => !existsSync(path));
		expect(missing).toEqual([]);
	},
);

function isTest(path: string | undefined): boolean {
	return path !== undefined && /\.(test|spec)\.tsx?$/.test(path) && existsSync(join(root, path));
}
