import type { Span } from "../finding.ts";
import { followsClosely, type Word } from "../words.ts";
import type { Format, Reading } from "./format.ts";

/** The name of an account on a social network: `@…`, « snap : … », the address of a profile. */
export const handle: Format = { kind: "handle", find: findHandles };

function findHandles({ plain, words, isWord }: Reading): Span[] {
	const signed = Array.from(plain.text.matchAll(withSign), spanOf);
	const profiles = Array.from(plain.text.matchAll(profile), spanOf);
	return [...signed, ...profiles, ...announcedHandles(words, isWord), ...madeUpNames(words)];
}

const withSign = /(?<![\p{L}\p{N}._+@-])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,30}/gu;

const profile =
	/(?:instagram|snapchat|tiktok|facebook|fb|twitter|discord|telegram|threads|onlyfans|mym|twitch|youtube|linkedin|t|wa|x)\.(?:com|me|fr|fans|gg|tv|net)\/[\p{L}\p{N}@_.-]/giu;

const platforms =
	/^(?:snap|snapchat|insta|instagram|ig|tiktok|tik-tok|facebook|fb|messenger|twitter|discord|telegram|whatsapp|threads|twitch|onlyfans|mym|vinted|roblox|steam|yubo|badoo|tinder|wizz)$/;

const introductions =
	/^(?:pseudo|pseudonyme|compte|alias|identifiant|profil|login|nickname|username|handle|account|profile)$/;

const pseudonyms = /^(?:pseudo|pseudonyme|alias|identifiant|login|nickname|username|handle)$/;

const between = new Set([
	"est",
	"c",
	"son",
	"sa",
	"mon",
	"le",
	"is",
	"sous",
	"nom",
	"de",
	"her",
	"his",
]);

/** « snap : lou.93 », « pseudo lou », « son compte Insta est lou.93 ». */
function announcedHandles(words: readonly Word[], isWord: Reading["isWord"]): Span[] {
	return words.flatMap((word, at) => {
		const name = isAnnouncement(word) ? nameOfAccount(words, at) : undefined;
		if (!name || (!pseudonyms.test(word.bare) && goesOnAsSentence(words, name, isWord))) return [];
		return [{ from: word.from, to: words[name.last]?.to ?? word.to }];
	});
}

/** Where the name of an account lies among the words; how many words announce it. */
type AccountName = { first: number; last: number; announced: number };

/** The name of the account announced here. */
function nameOfAccount(words: readonly Word[], at: number): AccountName | undefined {
	const ahead = words.slice(at + 1, at + 5);
	const stop = ahead.findIndex(({ before }) => !/^[ "'«»:=>@,-]{0,5}$/.test(before));
	const near = stop < 0 ? ahead : ahead.slice(0, stop);
	const name = near.findIndex((next) => !isAnnouncement(next) && !between.has(next.bare));
	if (name < 0) return undefined;
	const colon = near.slice(0, name + 1).some(({ before }) => /[:=@>]/.test(before));
	const first = at + 1 + name;
	const last = lastOfHandle(words, first, colon);
	const announced = 1 + near.slice(0, name).filter(isAnnouncement).length;
	return last === undefined ? undefined : { first, last, announced };
}

/** A verb that asks for something, or a word that no sentence ends with. */
const beginsASentence =
	/(?:ez|ons|er|ir)$|^(?:un|une|des|du|de|le|la|les|ma|ta|sa|mon|ton|son|mes|tes|ses|ce|ces|cet|cette|il|elle|ils|on|nous|vous|ne|pas|pour|en|a|au|aux|si|tres|trop|plus|jamais|attention|prudence|voir|dans|sur|avec|sans|comme|quand|the|an|this|it|they|we|you|do|not|no|never|for|if|talk|ask|keep|use|tell|check)$/;

/** « Snapchat : parlez-en sans juger » names no account; « compte Snapchat : » does. */
function goesOnAsSentence(
	words: readonly Word[],
	{ first, last, announced }: AccountName,
	isWord: Reading["isWord"],
): boolean {
	const word = words[first];
	if (!word || first !== last || announced > 1 || word.before.includes("=")) return false;
	return isWord(word.bare) && beginsASentence.test(word.bare) && followsClosely(words[last + 1]);
}

function isAnnouncement({ bare }: Word): boolean {
	return platforms.test(bare) || introductions.test(bare);
}

/** After a colon anything; otherwise what has a figure, an underscore or a dot inside it. */
function lastOfHandle(words: readonly Word[], at: number, colon: boolean): number | undefined {
	const [word, next] = [words[at], words[at + 1]];
	if (!word) return undefined;
	if (next?.before === "." && /^[\p{Ll}\d_]/u.test(next.text)) return at + 1;
	const figures = /^\d+$/.test(word.text);
	return colon || (/[\d_]/.test(word.text) && !figures) ? at : undefined;
}

/** « lou_du_93 », « kelya2009 »: small letters with an underscore or a number stuck to them. */
function madeUpNames(words: readonly Word[]): Span[] {
	return words.filter(({ text }) => isMadeUp(text)).map(({ from, to }) => ({ from, to }));
}

function isMadeUp(word: string): boolean {
	if (/^(?:covid|article|annexe|page|etape|fiche|point)-?\d+$/iu.test(word)) return false;
	if (/_/.test(word) && /\p{L}/u.test(word)) return true;
	return /^\p{L}?\p{Ll}{3,}\d{2,}$/u.test(word);
}

function spanOf({ 0: seen, index }: RegExpMatchArray): Span {
	const from = index ?? 0;
	return { from, to: from + seen.length };
}
