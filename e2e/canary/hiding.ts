import { drawIdentities, type Identities, repeatable } from "./identities.ts";
import { type Canary, type Saying, sayings } from "./traces.ts";

/** Hands out canaries, each of somebody else, and remembers where each one was put. */
export type Hiding = {
	identities: Identities;
	/** Everything that was put anywhere. */
	canaries: readonly Canary[];
	/** A whole number below another, by the chance of the seed. */
	chance(below: number): number;
	/** Says somebody, in one way or in the next of all ways, at a place. */
	say(where: string, saying?: Saying): string;
};

const allSayings = Object.keys(sayings) as Saying[];

export function hidingFrom(seed: number): Hiding {
	const identities = drawIdentities(seed);
	const canaries: Canary[] = [];
	return {
		identities,
		canaries,
		chance: repeatable(seed + 1),
		say(where, wished) {
			const identity = identities.next();
			const saying = wished ?? allSayings[canaries.length % allSayings.length] ?? "full name";
			const text = sayings[saying](identity);
			canaries.push({ identity, saying, text, where });
			return text;
		},
	};
}

/** Headers that may carry somebody: what a browser, a proxy or an extension might say. */
const headers: Record<string, (text: string) => string> = {
	"user-agent": (text) => `Mozilla/5.0 (X11; Linux) ${text} Firefox/140.0`,
	referer: (text) => `http://localhost/recherche?q=${encodeURIComponent(text)}`,
	"accept-language": (text) => `fr, ${text};q=0.5`,
	forwarded: (text) => `for="${text}"`,
	"x-forwarded-for": (text) => text,
	"x-forwarded-host": (text) => text,
	"x-real-ip": (text) => text,
	"x-client-ip": (text) => text,
	"x-requested-by": (text) => text,
	"x-request-id": (text) => text,
	from: (text) => text,
	via: (text) => `1.1 ${text}`,
	"if-none-match": (text) => `"${text}"`,
	cookie: (text) => `nom=${encodeURIComponent(text)}`,
};
const headerNames = Object.keys(headers);

/** Three headers that carry somebody each; over a few requests, all of them do. */
export function headersWith(hiding: Hiding, where: string): Record<string, string> {
	const first = hiding.canaries.length;
	const names = [0, 5, 10].map(
		(step) => headerNames[(first + step) % headerNames.length] ?? "from",
	);
	return Object.fromEntries(
		names.map((name) => {
			const said = hiding.say(`${where}, header ${name}`);
			return [name, bytesAsHeader(headers[name]?.(said) ?? said)];
		}),
	);
}

/** Node puts a header's characters on the wire as bytes: the bytes of UTF-8, as a browser might. */
export function bytesAsHeader(text: string): string {
	return Buffer.from(text)
		.toString("latin1")
		.replaceAll(/[\r\n\0]/g, " ");
}
