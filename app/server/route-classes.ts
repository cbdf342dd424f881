/** The parts of the application, as figures tell them apart: never a page, never an address. */
export const routeClasses = [
	"door",
	"account",
	"day",
	"situations",
	"handoffs",
	"protocols",
	"structure",
	"territory",
	"operator",
	"health",
	"other",
] as const;

export type RouteClass = (typeof routeClasses)[number];

/** The part of the application that the first word of a route's file belongs to. */
const classOfWord = new Map<string, RouteClass>(
	Object.entries({
		_index: "door",
		"sign-in": "door",
		"sign-out": "door",
		join: "door",
		recover: "door",
		demonstration: "door",
		invitations: "account",
		account: "account",
		feeds: "account",
		"act-as": "account",
		language: "account",
		lock: "account",
		passkeys: "account",
		recoveries: "account",
		"my-day": "day",
		week: "day",
		situations: "situations",
		handoffs: "handoffs",
		protocols: "protocols",
		studio: "protocols",
		"shared-protocols": "protocols",
		consultations: "protocols",
		structure: "structure",
		directory: "territory",
		territory: "territory",
		trail: "territory",
		administration: "operator",
		operator: "operator",
		outbox: "operator",
		health: "health",
	}),
);

/** The class of a route by the name of its file; what is no page of ours is "other". */
export function routeClassOf(route: string | undefined): RouteClass {
	const word = /^routes\/([a-z_-]+?)(?:_?\.|_?$)/.exec(route ?? "")?.[1] ?? "";
	return classOfWord.get(word) ?? "other";
}
