import { findPhoneNumbersInText } from "libphonenumber-js/max";
import type { Span } from "../finding.ts";
import { nationalDigits, publishedNumbers } from "../published-numbers.ts";
import { type Word, wordIndexAt } from "../words.ts";
import { type DigitRun, digitRunsOf, joined } from "./digit-runs.ts";
import type { Format, Reading } from "./format.ts";

/** A telephone number, whatever stands between its digits; published ones may be written. */
export const telephone: Format = { kind: "telephone", find: findTelephones };

const french = /^(?:0[1-9]\d{8}|(?:00)?330?[1-9]\d{8})$/;
const foreign = /^(?!000)\d{8,15}$/;
const mostDigits = 15;

function findTelephones(reading: Reading): Span[] {
	const { plain, words, telephones } = reading;
	const allowed = (digits: string) => {
		const dialled = nationalDigits(digits);
		return publishedNumbers.has(dialled) || telephones.has(dialled);
	};
	const dictated = digitRunsOf(words, { pauses: true }).filter((run) => {
		return run.every(({ digits }) => digits.length <= 2);
	});
	const runs = [...digitRunsOf(words, { pauses: false }), ...dictated];
	return runs.flatMap((run) => [
		...dialled(run, allowed),
		...said(run),
		...afterAnnouncement(run, words, allowed),
		...knownToTheLibrary(plain.text, run, allowed),
	]);
}

type Allowed = (digits: string) => boolean;

/** French numbers at any place of a run, and foreign ones after a plus or two zeros. */
function dialled(run: DigitRun, allowed: Allowed): Span[] {
	return run.flatMap((_, at) => {
		const beginnings = beginningsOf(run.slice(at, at + mostDigits));
		const whole = beginnings.at(-1);
		const number = beginnings.find(isFrench) ?? (whole && isForeign(whole) ? whole : undefined);
		return number && !allowed(joined(number)) ? [spanOf(number)] : [];
	});
}

/** The first group, the first two groups… as long as they could be one number. */
function beginningsOf(run: DigitRun): DigitRun[] {
	return run
		.map((_, at) => run.slice(0, at + 1))
		.filter((groups) => joined(groups).length <= mostDigits);
}

function isFrench(groups: DigitRun): boolean {
	return french.test(joined(groups)) || lacksItsZero(groups);
}

function isForeign(groups: DigitRun): boolean {
	const digits = joined(groups);
	return foreign.test(digits) && (groups[0]?.plus === true || digits.startsWith("00"));
}

/** « 6 12 34 56 78 »: a mobile number without its first zero. */
function lacksItsZero(groups: DigitRun): boolean {
	const lengths = groups.map(({ digits }) => digits.length).join("");
	return lengths === "12222" && /^[67]/.test(joined(groups));
}

/** « zéro six douze… »: how the figures are cut does not matter, only that there are many. */
function said(run: DigitRun): Span[] {
	const start = run.findIndex(({ digits }) => digits.startsWith("0"));
	const groups = start < 0 ? [] : run.slice(start);
	const spoken = groups.filter((group) => group.spoken).length;
	return spoken >= 4 && joined(groups).length >= 8 ? [spanOf(groups)] : [];
}

const announcements =
	/^(?:tel|telephone|telephones|portable|mobile|phone|whatsapp|gsm|fixe|joignable|rappeler|cell)$/;

/** Any long number after « téléphone », « portable », « joignable au »… */
function afterAnnouncement(run: DigitRun, words: readonly Word[], allowed: Allowed): Span[] {
	const digits = joined(run);
	if (digits.length < 6 || digits.length > mostDigits || allowed(digits)) return [];
	const first = wordIndexAt(words, run[0]?.from ?? 0);
	const before = words.slice(Math.max(0, first - 4), first);
	return before.some(({ bare }) => announcements.test(bare)) ? [spanOf(run)] : [];
}

/** Longer runs are looked at piece by piece above: no number has so many signs. */
const longestNumber = 40;

/** What the plan of any country calls a number, with the plus before it. */
function knownToTheLibrary(text: string, run: DigitRun, allowed: Allowed): Span[] {
	const { from, to } = spanOf(run);
	if (to - from > longestNumber) return [];
	const start = Math.max(0, from - 3);
	return findPhoneNumbersInText(text.slice(start, to), "FR")
		.filter(({ number }) => !allowed(number.number))
		.map(({ startsAt, endsAt }) => ({ from: start + startsAt, to: start + endsAt }));
}

function spanOf(groups: DigitRun): Span {
	return { from: groups[0]?.from ?? 0, to: groups.at(-1)?.to ?? 0 };
}
