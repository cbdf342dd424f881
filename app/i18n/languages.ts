/** The languages of the screens; the first is the one we fall back to. */
export const languages = ["fr", "en"] as const;

/** A language of the screens. */
export type Language = (typeof languages)[number];

/** The cookie that remembers the choice of a language; it says nothing else about anyone. */
export const languageCookie = "relais_language";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Tells whether a word that came from outside names one of our languages. */
export function isLanguage(word: unknown): word is Language {
	return languages.some((language) => language === word);
}

/** The language to answer in: the chosen one, else the one in the address, else the browser's, else French. */
export function languageOf({ headers, url }: Pick<Request, "headers" | "url">): Language {
	const chosen = cookieValue(headers.get("Cookie"), languageCookie);
	if (isLanguage(chosen)) return chosen;
	const addressed = new URL(url).searchParams.get("language");
	return isLanguage(addressed) ? addressed : preferredLanguage(headers.get("Accept-Language"));
}

/** The `Set-Cookie` header that keeps a language for a year. */
export function rememberLanguage(language: Language, { secure }: { secure: boolean }): string {
	const always = `${languageCookie}=${language}; Path=/; Max-Age=${yearInSeconds}; HttpOnly; SameSite=Lax`;
	return secure ? `${always}; Secure` : always;
}

/** Carries the language of a request over to the cookie: signing out had the browser forget it. */
export function keepLanguage(headers: Headers, request: Request, at: { secure: boolean }): void {
	headers.append("Set-Cookie", rememberLanguage(languageOf(request), at));
}

function preferredLanguage(header: string | null): Language {
	const wishes = (header ?? "")
		.split(",")
		.map(readWish)
		.sort((one, other) => other.weight - one.weight);
	return wishes.map(({ language }) => language).find(isLanguage) ?? languages[0];
}

function readWish(wish: string) {
	const [tag = "", ...parameters] = wish.trim().split(";");
	const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
	const weight = quality ? Number(quality.trim().slice(2)) : 1;
	return {
		language: tag.toLowerCase().split("-")[0],
		weight: Number.isFinite(weight) ? weight : 0,
	};
}

function cookieValue(header: string | null, name: string): string | undefined {
	const pair = (header ?? "")
		.split(";")
		.map((part) => part.trim())
		.find((part) => part.startsWith(`${name}=`));
	return pair?.slice(name.length + 1);
}
