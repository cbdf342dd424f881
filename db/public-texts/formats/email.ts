import type { Span } from "../finding.ts";
import type { Word } from "../words.ts";
import type { Format, Reading } from "./format.ts";

/** An e-mail address, as written or as said (« arobase », « point »). */
export const email: Format = { kind: "email", find: findEmails };

const saidAt = new Set(["arobase", "arobas", "arrobase"]);
const saidDot = new Set(["point", "dot"]);

const providers =
	/^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|proton|protonmail|laposte|orange|wanadoo|free|sfr|bbox)$/;

function findEmails({ words }: Reading): Span[] {
	return words.flatMap((_, at) => {
		const domain = domainAfterSign(words, at);
		const last = domain && words[endOfDomain(words, domain)];
		return last ? [{ from: startOfLocalPart(words, at), to: last.to }] : [];
	});
}

/** The index of the first word of the domain, when the word at this index is followed by « @ ». */
function domainAfterSign(words: readonly Word[], at: number): number | undefined {
	const next = words[at + 1];
	if (!next) return undefined;
	if (/^[ .+-]{0,3}[([{]?@[)\]}]? ?$/.test(next.before)) return at + 1;
	const domain = words[at + 2];
	return domain && saysAt(next, domain) ? at + 2 : undefined;
}

/** « at » is a word of English: it is a sign only in brackets, or before a mail provider. */
function saysAt(word: Word, domain: Word): boolean {
	if (saidAt.has(word.bare)) return true;
	if (word.bare !== "at") return false;
	return /[([{] ?$/.test(word.before) || providers.test(domain.bare);
}

/** The index of the last word of a domain; -1 when no dot follows. */
function endOfDomain(words: readonly Word[], start: number): number {
	let end = -1;
	for (let at = start; at < words.length; ) {
		const next = words[at + 1];
		if (!next) return end;
		const step = dotBefore(words, at + 1);
		if (step === 0) return end;
		at += step;
		end = at;
	}
	return end;
}

/** How many words further the next label of the domain is; 0 when no dot leads to it. */
function dotBefore(words: readonly Word[], at: number): 0 | 1 | 2 {
	const word = words[at];
	if (!word) return 0;
	if (word.before === ".") return 1;
	if (/^[ ([{]{0,2}\.[ )\]}]{0,2}$/.test(word.before) && /^\p{Ll}/u.test(word.text)) return 1;
	return saidDot.has(word.bare) && words[at + 1] ? 2 : 0;
}

function startOfLocalPart(words: readonly Word[], at: number): number {
	let start = at;
	while (start > 0 && /^[.+]$/.test(words[start]?.before ?? "")) start -= 1;
	return words[start]?.from ?? 0;
}
