import type { Container } from "#protocols/language/places.ts";
import type { Interruption, Protocol } from "#protocols/language/protocol.ts";
import { facet, spellingFacet, textFacets } from "./facets.ts";
import type { Naming } from "./naming.ts";
import type { Facet, Order, Part } from "./part.ts";
import { type Said, saidList, saidWord, words } from "./words.ts";

/** A phase, a track or an interruption, taken apart; what it holds are parts of their own. */
export function containerPart(protocol: Protocol, container: Container, naming: Naming): Part {
	const { kind, id, start, steps, groups, interruption, within } = container;
	const raised = kind === "interruption" ? interruption : undefined;
	return {
		ref: { kind, id },
		title: naming.title(id),
		summary: saidList(steps.map((step) => naming.title(step.id))),
		...(within ? { within: { id: within.group.id, said: naming.title(within.group.id) } } : {}),
		facets: [
			...facet("start", words.start, start, () => naming.place(start)),
			...(kind === "track" ? trackFacets(container) : []),
			...(raised ? interruptionFacets(raised, naming) : []),
			...(kind === "phase" ? [] : spellingFacet("groups", groupsAsWritten(protocol, container))),
		],
		items: [],
		orders: [orderOf("steps", steps, naming), orderOf("groups", groups, naming)],
		roles: raised ? { takesPart: [], raises: raised.raisedBy } : { takesPart: [], raises: [] },
	};
}

/** Parts in the order in which the document holds them. */
export function orderOf(name: string, parts: readonly { id: string }[], naming: Naming): Order {
	return { name, entries: parts.map(({ id }) => ({ id, said: naming.title(id) })) };
}

/** A track or an interruption without groups may leave the list out, or hold an empty one. */
function groupsAsWritten(protocol: Protocol, { kind, id, within }: Container) {
	return kind === "track"
		? within?.group.tracks.find((track) => track.id === id)?.groups
		: protocol.interruptions.find((one) => one.id === id)?.groups;
}

function trackFacets({ id, within }: Container): Facet[] {
	const track = within?.group.tracks.find((one) => one.id === id);
	const phase = track?.phase;
	return [
		...textFacets("title", words.title, track?.title),
		...facet("phase", words.phaseOfTrack, phase, () =>
			phase ? saidWord(({ phases }) => phases[phase]) : words.none,
		),
	];
}

function interruptionFacets({ title, raisedBy, clocks }: Interruption, naming: Naming): Facet[] {
	return [
		...textFacets("title", words.title, title),
		...facet("raisedBy", words.raisedBy, raisedBy, () => saidRaisers(raisedBy, naming)),
		...facet("clocks", words.clocks, clocks, () => saidWord((said) => said.clocks[clocks])),
	];
}

function saidRaisers(raisedBy: Interruption["raisedBy"], naming: Naming): Said {
	return raisedBy === "anyone" ? words.anyone : saidList(raisedBy.map((id) => naming.role(id)));
}
