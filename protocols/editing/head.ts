import { placesOf } from "#protocols/language/places.ts";
import { milestones, type Protocol } from "#protocols/language/protocol.ts";
import { type Change, refuse } from "./change.ts";
import type { CommandOf } from "./commands.ts";
import { give } from "./give.ts";
import { holderOf } from "./holders.ts";

export function setProtocol(
	protocol: Protocol,
	{ title, audience, prerequisites, languages }: CommandOf<"set-protocol">,
): Change {
	give(protocol, {
		title,
		audience,
		prerequisites,
		languages: languages && [...new Set(languages)],
	});
	return { selected: { kind: "protocol" } };
}

/** Promises stand in the order in which a situation meets their milestones. */
export function setPromise(
	protocol: Protocol,
	{ milestone, within }: CommandOf<"set-promise">,
): Change {
	const others = protocol.promises.filter((promise) => promise.milestone !== milestone);
	const promises = within ? [...others, { milestone, within }] : others;
	const rank = (promise: (typeof promises)[number]) => milestones.indexOf(promise.milestone);
	protocol.promises = promises.sort((left, right) => rank(left) - rank(right));
	return { selected: { kind: "protocol" } };
}

export function setStart(protocol: Protocol, { in: place, start }: CommandOf<"set-start">): Change {
	const container = placesOf(protocol).containers.find(({ id }) => id === place);
	if (!container) return refuse({ code: "absent", part: { kind: "track", id: place } });
	holderOf(protocol, container).start = start;
	return { selected: { kind: container.kind, id: place } };
}
