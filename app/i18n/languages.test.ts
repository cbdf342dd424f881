import { expect, test } from "vitest";
import { languageOf, rememberLanguage } from "./languages.ts";

test("the chosen language comes before the browser's", () => {
	expect(languageOf(ask({ cookie: "a=b; relais_language=fr", "accept-language": "en" }))).toBe(
		"fr",
	);
});

test("without a choice, the browser's first wish that we speak", () => {
	expect(languageOf(ask({ "accept-language": "de, fr;q=0.4, en-GB;q=0.8" }))).toBe("en");
});

test("after signing out, the address still knows", () => {
	expect(languageOf(ask({ "accept-language": "fr" }, "/sign-in?language=en"))).toBe("en");
});

test("French when nothing we speak is asked for", () => {
	expect(languageOf(ask({ cookie: "relais_language=xx", "accept-language": "de;q=oops" }))).toBe(
		"fr",
	);
	expect(languageOf(ask({}))).toBe("fr");
});

test("the cookie is kept from scripts, and to https where there is https", () => {
	expect(rememberLanguage("en", { secure: false })).toBe(
		"relais_language=en; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax",
	);
	expect(rememberLanguage("en", { secure: true })).toMatch(/; Secure$/);
});

function ask(headers: Record<string, string>, path = "/"): Request {
	return new Request(`http://localhost${path}`, { headers });
}
