import { validate } from "stdnum/lib/cjs/fr/nir.js";
import type { Span } from "../finding.ts";
import type { Format, Reading } from "./format.ts";

/** A social security number: fifteen signs with a right key, or thirteen that read as one. */
export const nir: Format = { kind: "nir", find: findNirs };

const written =
	/(?<![\p{L}\p{N}])[1-478][ .-]?\d{2}[ .-]?\d{2}[ .-]?(?:\d{2}|2[AaBb])[ .-]?\d{3}[ .-]?\d{3}(?:[ .-/]{0,3}\d{2})?(?![\p{L}\p{N}])/gu;

function findNirs(reading: Reading): Span[] {
	return shapedLikeNir(reading)
		.filter(({ signs }) => (signs.length === 15 ? hasItsKey(signs) : readsAsOne(signs)))
		.map(({ from, to }) => ({ from, to }));
}

/** What is written like a social security number: without its key it is still somebody's number. */
export function shapedLikeNir({ plain }: Reading): (Span & { signs: string })[] {
	return Array.from(plain.text.matchAll(written), ({ 0: seen, index }) => ({
		signs: seen.replace(/[^0-9AaBb]/g, "").toUpperCase(),
		from: index,
		to: index + seen.length,
	}));
}

function hasItsKey(signs: string): boolean {
	return validate(signs).isValid;
}

/** Without a key: the month and the département of birth must exist. */
function readsAsOne(signs: string): boolean {
	const month = Number(signs.slice(3, 5));
	const place = signs.slice(5, 7);
	const monthExists = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
	return monthExists && place !== "00";
}
