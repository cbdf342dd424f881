import type { Draw } from "./chance.ts";

/*
 * The pieces of invented formats. Numbers lie where nobody's can: ranges kept for fiction, plates
 * never given out, towns and banks that do not exist.
 */

export const months = "janvier février mars avril mai juin juillet août septembre octobre".split(
	" ",
);
export const englishMonths = ["January", "March", "May", "August", "December"];
export const streetNames = [
	"des Lilas",
	"du Moulin",
	"Jean-Jaurès",
	"de la République",
	"des Trois-Ponts",
];
export const towns = ["Saint-Denis", "Villeneuve-la-Fictive", "Bourg-Inventé", "Lyon"];
export const postcodes = ["93200", "69003", "13001", "97400", "06000"];
const locals = ["loupiotte", "l.brindille", "mirabelle.c", "brindille-93", "c_noisette"];
const nicknames = ["loupiotte", "brindille", "noisettine", "pistachou", "zebulette"];

/** Arcep keeps 06 39 98 for fiction. */
export function mobile(draw: Draw): string {
	return `063998${draw.figures(4)}`;
}

/** Arcep keeps these beginnings for fiction. */
export function landline(draw: Draw): string {
	return draw.one(["019900", "026191", "035301", "046571", "053649"]) + draw.figures(4);
}

export function pairs(digits: string): string[] {
	return digits.match(/\d\d/g) ?? [];
}

export function abroad(digits: string): string {
	return grouped(digits.slice(1), [1, 2, 2, 2, 2]);
}

export function grouped(digits: string, lengths: readonly number[]): string {
	let at = 0;
	return lengths
		.map((length) => {
			at += length;
			return digits.slice(at - length, at);
		})
		.join(" ");
}

export function fullWidth(text: string): string {
	return text.replace(/[0-9/]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

export function eastern(digits: string): string {
	return digits.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
}

export function keycaps(digits: string): string {
	return digits.replace(/\d/g, (digit) => `${digit}\ufe0f\u20e3`);
}

export function local(draw: Draw): string {
	return draw.one(locals);
}

export function nickname(draw: Draw): string {
	return draw.one(nicknames);
}

/** No town has the number 990 in its département. */
export function nirOf(draw: Draw, look: "spaced" | "dotted" | "stuck", place = "75"): string {
	const head = [draw.one(["1", "2"]), two(8 + draw.number(6)), two(month(draw)), place, "990"];
	const signs = `${head.join("")}${draw.figures(3)}`;
	const counted = signs.replace("2A", "19").replace("2B", "18");
	const key = two(97 - Number(BigInt(counted) % 97n));
	const parts = [...head, signs.slice(10), key];
	if (look === "stuck") return parts.join("");
	return parts.join(look === "spaced" ? " " : ".");
}

/** No bank has the number 99999. */
export function ibanOf(draw: Draw, between: string): string {
	const account = `9999999999${draw.figures(11)}00`;
	const turned = BigInt(`${account}152700`);
	const iban = `FR${two(98 - Number(turned % 97n))}${account}`;
	return (iban.match(/.{1,4}/g) ?? []).join(between);
}

export function day(draw: Draw): number {
	return 2 + draw.number(27);
}

export function month(draw: Draw): number {
	return 1 + draw.number(12);
}

export function year(draw: Draw): number {
	return 2008 + draw.number(7);
}

export function number(draw: Draw): number {
	return 2 + draw.number(120);
}

export function two(value: number): string {
	return String(value).padStart(2, "0");
}
