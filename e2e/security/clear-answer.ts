import { expect } from "@playwright/test";
import type { Answered } from "./http.ts";
import { textOf } from "./visitor.ts";

/** A page in words: its language, one title, a neutral tab, and nothing of the machine behind it. */
export function expectClear({ status, headers, body }: Answered, what: string): void {
	expect(headers["content-type"], what).toMatch(/^text\/html/);
	expect(body, what).toMatch(/<html lang="fr"/);
	expect(body.match(/<h1[ >]/g), what).toHaveLength(1);
	expect(body, what).toMatch(/<title>([^<–]+ – )?Espace professionnel<\/title>/);
	const text = textOf(body);
	expect(text, what).not.toMatch(/\bat .*\.(ts|js):\d+|node_modules|\w+Error\b|SQLITE|undefined/);
	if (status === 400 || status === 409) {
		expect(text, what).toMatch(/Rien n'a été enregistré|rien n'est perdu/i);
	}
	if (status === 422) expect(text, what).toMatch(/Erreur :|Il reste à revoir|ne correspondent pas/);
	if (status === 429) expect(text, what).toContain("Attendez");
}
