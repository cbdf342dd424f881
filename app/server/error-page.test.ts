import { expect, test } from "vitest";
import { errorPage } from "./error-page.server.ts";

test.each([400, 403, 404, 405, 411, 413, 415, 429, 431, 500, 503])(
	"%i is worded in both languages, with one heading, one way on, and no script",
	(status) => {
		const page = errorPage(status);

		expect(page).toContain('<html lang="fr">');
		expect(page).toContain('<section lang="en">');
		expect(page.match(/<h1>/g)).toHaveLength(1);
		expect(new Set(page.match(/href="\/[^"]*"/g))).toEqual(
			new Set(['href="/error.css"', 'href="/"']),
		);
		expect(page).not.toMatch(/<script|style="/);
		expect(page).not.toContain(String(status));
	},
);
