import { expect, test } from "vitest";
import { spellCode } from "#app/i18n/spelling.ts";
import { handoffs as en } from "#app/locales/en/handoffs.ts";
import { handoffs as fr } from "#app/locales/fr/handoffs.ts";
import { drawCode, showCode } from "#db/pseudonyms/code.ts";
import { slipPage } from "./slip.ts";

const headers = [fr.slip, en.slip];

test("a slip says its number, how to spell it, and that nothing is to be written on it", () => {
	const page = slipPage({ ...bare, number: "7KWM3-9TXHQ" });

	expect(textOf(page)).toBe(
		[
			"Ne rien écrire sur cette feuille.",
			"7KWM3-9TXHQ",
			"7 sept K Kléber W William M Marcel 3 trois",
			"9 neuf T Thérèse X Xavier H Henri Q Quintal",
		].join(" "),
	);
});

test.each(headers)(
	"whatever the number, every word on a slip is one of those allowed: %s",
	(header) => {
		for (let seed = 1; seed <= 300; seed += 1) {
			const number = showCode(drawCode(counting(seed)));
			const said = spellCode(number).flat();
			const allowed = [
				...header.split(" "),
				number,
				...said.flatMap(({ symbol, word }) => [symbol, word]),
			];

			const page = slipPage({ ...bare, header, number, qr: seed % 2 === 0 });

			expect(
				textOf(page)
					.split(" ")
					.filter((word) => !allowed.includes(word)),
			).toEqual([]);
		}
	},
);

test("a slip holds no picture, address, date or name; only its stylesheet is fetched", () => {
	const page = slipPage({ ...bare, number: "7KWM3-9TXHQ", qr: true });

	expect(page.match(/(?:src|href|action|url)\s*[=(]/g)).toEqual(["href="]);
	expect(page).not.toMatch(/<(img|image|a|script|style|form|iframe|use)\b|style=/i);
	expect(page).not.toMatch(
		/\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}|https?:\/\/(?!www\.w3\.org\/2000\/svg)/,
	);
});

test("there is no square code unless the territory wants one, and it holds the number alone", () => {
	const without = slipPage({ ...bare, number: "7KWM3-9TXHQ" });
	const one = slipPage({ ...bare, number: "7KWM3-9TXHQ", qr: true });
	const same = slipPage({
		...bare,
		header: "Autre.",
		title: "Autre",
		number: "7KWM3-9TXHQ",
		qr: true,
	});
	const other = slipPage({ ...bare, number: "7KWM3-9TXHR", qr: true });

	expect(without).not.toContain("<svg");
	expect(squareIn(one)).toMatch(/^<svg aria-hidden="true"/);
	expect(squareIn(same)).toBe(squareIn(one));
	expect(squareIn(other)).not.toBe(squareIn(one));
	// Ten symbols fit the smallest square: an address would need a larger one.
	expect(squareIn(one)).toContain('viewBox="0 0 250 250"');
});

test("what is no number is printed on no sheet", () => {
	expect(() => slipPage({ ...bare, number: "<b>7KWM3</b>" })).toThrow(RangeError);
});

const bare = {
	header: fr.slip,
	stylesheet: "/assets/slip.css",
	title: "Espace professionnel",
	qr: false,
};

/** The words that a person reads on the sheet. */
function textOf(page: string): string {
	const [, body = ""] = page.split("<body>");
	return body
		.replaceAll(/<[^>]*>/g, " ")
		.replaceAll(/\s+/g, " ")
		.trim();
}

function squareIn(page: string): string {
	return page.match(/<svg.*<\/svg>/)?.[0] ?? "";
}

function counting(seed: number) {
	let state = seed * 7919 + 17;
	return {
		bytes: (count: number) =>
			Uint8Array.from({ length: count }, () => {
				state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
				return (state >> 16) & 255;
			}),
	};
}
