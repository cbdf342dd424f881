import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import * as everyday from "#app/locales/fr/everyday.ts";
import { fr } from "#app/locales/fr.ts";

/** Where the words of a namespace are asked for, by name: a test that says them in full is no page. */
const sources = globSync("app/{features,routes,ui}/**/*.{ts,tsx}").filter(
	(file) => !/\.test\.|\.server\.|for-tests/.test(file),
);
const saying = sources.flatMap((file) => {
	const text = readFileSync(file, "utf8");
	const said = text.matchAll(/useT\("(\w+)"\)|["`](\w+):[a-zA-Z]/g);
	const namespaces = [...said].map(([, used, named]) => used ?? named ?? "");
	const rare = namespaces.filter((name) => name in fr && !(name in everyday));
	return [...new Set(rare)].map((namespace) => ({ file, namespace, text }));
});

test("the words that few pages say are found", () => {
	expect(new Set(saying.map(({ namespace }) => namespace))).toEqual(
		new Set(Object.keys(fr).filter((name) => !(name in everyday))),
	);
});

test.each(saying)("$file fetches the words of $namespace", ({ namespace, text }) => {
	expect(text).toContain(`import "#app/locales/needed/${kebab(namespace)}.ts";`);
});

test("no page fetches words that its feature does not say", () => {
	const fetched = sources.flatMap((file) => {
		const asked = readFileSync(file, "utf8").matchAll(
			/import "#app\/locales\/needed\/([\w-]+)\.ts"/g,
		);
		return [...asked].map(([, name]) => `${dirname(file)} ${name}`);
	});

	const said = saying.map(({ file, namespace }) => `${dirname(file)} ${kebab(namespace)}`);
	expect(fetched.filter((one) => !said.includes(one))).toEqual([]);
});

test.each(Object.keys(fr).filter((name) => !(name in everyday)))(
	"%s is fetched in both languages, each from its own file",
	(namespace) => {
		const text = readFileSync(`app/locales/needed/${kebab(namespace)}.ts`, "utf8");

		for (const language of ["fr", "en"]) {
			expect(text).toContain(
				`${language}: () => import("#app/locales/${language}/${kebab(namespace)}.ts")`,
			);
		}
	},
);

function kebab(namespace: string): string {
	return namespace.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
