import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "recheck";
import ts from "typescript";
import { expect, test } from "vitest";

const folder = import.meta.dirname;
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => {
	return /\.ts$/.test(file) && !/\.test\.ts$|^corpus\//.test(file);
});

test("no pattern is put together at run time, where nobody could check it", () => {
	const made = sources.filter((file) =>
		/\bRegExp\(/.test(readFileSync(join(folder, file), "utf8")),
	);

	expect(made).toEqual([]);
});

test("every pattern of the guard answers in linear time, whatever somebody types", async () => {
	const patterns = sources.flatMap(patternsIn);

	const slow: string[] = [];
	for (const { file, source, flags } of patterns) {
		const { status } = await check(source, flags, { timeout: 60_000 });
		if (status !== "safe") slow.push(`${file}: /${source}/${flags} is ${status}`);
	}

	expect(slow).toEqual([]);
	process.stdout.write(
		`${patterns.length} patterns in ${sources.length} files: all linear (recheck).\n`,
	);
}, 600_000);

/** The patterns written in a file. */
function patternsIn(file: string): { file: string; source: string; flags: string }[] {
	const text = readFileSync(join(folder, file), "utf8");
	const found: { file: string; source: string; flags: string }[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf("/");
			found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
	return found;
}
