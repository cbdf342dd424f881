import type { Container, PlacedGroup } from "#protocols/language/places.ts";
import type { Protocol, Role } from "#protocols/language/protocol.ts";
import { containerPart, orderOf } from "./container-part.ts";
import { facet, textFacets } from "./facets.ts";
import { type Naming, namingOf } from "./naming.ts";
import type { Item, Part, RolesIn } from "./part.ts";
import { stepPart } from "./step-part.ts";
import {
	asWritten,
	inBoth,
	saidDuration,
	saidLanguages,
	saidList,
	saidText,
	saidWord,
	words,
} from "./words.ts";

const nobody: RolesIn = { takesPart: [], raises: [] };

/**
 * Takes a protocol apart: what two versions say of the same part can then be held side by side.
 * Everything that the document holds is in exactly one facet, item or order of one part.
 */
export function partsOf(protocol: Protocol): Part[] {
	const naming = namingOf(protocol);
	return [
		protocolPart(protocol, naming),
		...protocol.roles.map(rolePart),
		...naming.places.containers.flatMap((container) => containerParts(protocol, container, naming)),
	];
}

function protocolPart(protocol: Protocol, naming: Naming): Part {
	const { title, audience, prerequisites, languages, roles, interruptions } = protocol;
	const promises = promiseItems(protocol);
	return {
		ref: { kind: "protocol" },
		title: words.protocol,
		summary: saidText(title),
		facets: [
			...facet("id", words.label, protocol.id, () => asWritten(protocol.id)),
			...textFacets("title", words.title, title),
			...textFacets("audience", words.audience, audience),
			...textFacets("prerequisites", words.prerequisites, prerequisites),
			...facet("languages", words.languages, languages, () => saidLanguages(languages)),
		],
		items: promises,
		orders: [
			{
				name: "promises",
				label: words.promiseOrder,
				entries: promises.map(({ key, label }) => ({ id: key, said: label })),
			},
			{ name: "roles", entries: roles.map(({ id }) => ({ id, said: naming.role(id) })) },
			{
				name: "interruptions",
				entries: interruptions.map(({ id }) => ({ id, said: naming.title(id) })),
			},
		],
		roles: nobody,
	};
}

/** Nothing forbids that a milestone is promised twice: the second one has a name of its own. */
function promiseItems({ promises }: Protocol): Item[] {
	return promises.map(({ milestone, within }, index) => {
		const earlier = promises.slice(0, index).filter((one) => one.milestone === milestone).length;
		const name = saidWord(({ milestones }) => milestones[milestone]);
		const label = inBoth(
			(language) => `${words.promise[language]}, ${name[language].toLowerCase()}`,
		);
		const said = saidDuration(within);
		return {
			key: `promise/${milestone}${earlier > 0 ? `/${earlier + 1}` : ""}`,
			label,
			summary: said,
			facets: [{ name: "within", label, value: within, said }],
		};
	});
}

function rolePart({ id, label, external }: Role): Part {
	const said = external ? words.yes : words.no;
	return {
		ref: { kind: "role", id },
		title: saidText(label),
		summary: inBoth((language) => `${words.external[language]}\u00a0: ${said[language]}`),
		facets: [
			...textFacets("label", words.label, label),
			...facet("external", words.external, external, () => said),
		],
		items: [],
		orders: [],
		roles: { carries: id, takesPart: [], raises: [] },
	};
}

function containerParts(protocol: Protocol, container: Container, naming: Naming): Part[] {
	return [
		containerPart(protocol, container, naming),
		...container.steps.flatMap(({ id }) => {
			const placed = naming.places.steps.get(id);
			return placed ? [stepPart(placed, naming)] : [];
		}),
		...container.groups.flatMap(({ id }) => {
			const placed = naming.places.groups.get(id);
			return placed ? [groupPart(placed, naming)] : [];
		}),
	];
}

function groupPart({ group, container }: PlacedGroup, naming: Naming): Part {
	const { id, title, to, tracks } = group;
	return {
		ref: { kind: "group", id },
		title: naming.title(id),
		summary: saidList(tracks.map((track) => naming.title(track.id))),
		within: { id: container.id, said: naming.title(container.id) },
		facets: [
			...textFacets("title", words.title, title),
			...facet("to", words.groupLeads, to, () => naming.place(to)),
		],
		items: [],
		orders: [orderOf("tracks", tracks, naming)],
		roles: nobody,
	};
}
