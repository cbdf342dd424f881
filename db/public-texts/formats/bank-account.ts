import type { Span } from "../finding.ts";
import type { Format, Reading } from "./format.ts";

/** A bank account number (IBAN) with a right key. */
export const bankAccount: Format = { kind: "bank-account", find: findAccounts };

/** How many signs an account number has, in the countries from which people here are paid. */
const lengths: Readonly<Record<string, number>> = {
	...{ FR: 27, MC: 27, BE: 16, LU: 20, CH: 21, DE: 22, ES: 24, IT: 27, PT: 25, GB: 22, NL: 18 },
	...{ IE: 22, AT: 20, PL: 28, RO: 24, BG: 22, HU: 28, LT: 20, LV: 21, EE: 20, MT: 31, CY: 28 },
	...{ AL: 28, XK: 20, UA: 29, MD: 24, TR: 26, TN: 24, MR: 27, AE: 23, SE: 24, DK: 18, FI: 18 },
};

const beginning = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}/giu;

function findAccounts({ plain: { text } }: Reading): Span[] {
	return Array.from(text.matchAll(beginning)).flatMap(({ 0: head, index }) => {
		const to = endOfSigns(text, index, lengths[head.slice(0, 2).toUpperCase()]);
		if (to === undefined || /[\p{L}\p{N}]/u.test(text.charAt(to))) return [];
		const account = text.slice(index, to).replace(/[ -]/g, "").toUpperCase();
		return hasItsKey(account) ? [{ from: index, to }] : [];
	});
}

/** Where so many signs end, with one space or dash at most between two; undefined when they do not. */
function endOfSigns(text: string, from: number, signs = 0): number | undefined {
	let left = signs;
	let at = from;
	while (left > 0) {
		if (/[A-Z0-9]/i.test(text.charAt(at))) left -= 1;
		else if (!/[ -]/.test(text.charAt(at)) || /[ -]/.test(text.charAt(at - 1))) return undefined;
		at += 1;
	}
	return signs > 0 ? at : undefined;
}

/** ISO 13616: the country and the key go last, letters count from 10, the rest by 97 is 1. */
function hasItsKey(account: string): boolean {
	const turned = account.slice(4) + account.slice(0, 4);
	const digits = Array.from(turned, (sign) => Number.parseInt(sign, 36)).join("");
	return BigInt(digits) % 97n === 1n;
}
