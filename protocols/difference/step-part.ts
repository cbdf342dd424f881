import { wordsOf } from "#protocols/compiler/wording.ts";
import type { Delay } from "#protocols/language/delay.ts";
import type { PlacedStep } from "#protocols/language/places.ts";
import type { Step } from "#protocols/language/step.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";
import { facet, spellingFacet, textFacets } from "./facets.ts";
import { handoffItem } from "./handoff-item.ts";
import type { Naming } from "./naming.ts";
import { outcomeItem } from "./outcome-item.ts";
import type { Facet, Part, RolesIn } from "./part.ts";
import {
	asWritten,
	inBoth,
	quoted,
	type Said,
	saidDuration,
	saidList,
	saidText,
	saidWord,
	words,
} from "./words.ts";

/** A step, taken apart. */
export function stepPart({ step, container }: PlacedStep, naming: Naming): Part {
	return {
		ref: { kind: "step", id: step.id },
		title: naming.title(step.id),
		summary: summaryOf(step, naming),
		within: { id: container.id, said: naming.title(container.id) },
		facets: stepFacets(step, naming),
		items: [
			...(step.handoff ? [handoffItem(step.handoff, naming)] : []),
			...step.outcomes.map((outcome) => outcomeItem(outcome, naming)),
		],
		orders: [
			{
				name: "outcomes",
				label: words.outcomeOrder,
				entries: step.outcomes.map(({ code, label }) => ({
					id: code,
					said: quoted(saidText(label)),
				})),
			},
		],
		roles: rolesIn(step),
	};
}

function rolesIn({ role, participants, handoff }: Step): RolesIn {
	return {
		carries: role,
		takesPart: participants,
		...(handoff ? { receives: handoff.to } : {}),
		raises: [],
	};
}

/** "Transmission · CRIP · 8 heures ouvrées". */
function summaryOf({ kind, role, delay }: Step, naming: Naming): Said {
	const parts = [saidWord(({ kinds }) => kinds[kind]), naming.role(role), saidDuration(delay)];
	return inBoth((language) => parts.map((part) => part[language]).join(" · "));
}

function stepFacets(step: Step, naming: Naming): Facet[] {
	const { title, kind, role, participants, delay, rounds, guidance, resources, questions } = step;
	return [
		...textFacets("title", words.title, title),
		...facet("kind", words.kind, kind, () => saidWord(({ kinds }) => kinds[kind])),
		...facet("role", words.role, role, () => naming.role(role)),
		...facet("participants", words.participants, participants, () =>
			saidList(participants.map((id) => naming.role(id))),
		),
		...delayFacets(delay),
		...facet("rounds", words.rounds, rounds, () => saidRounds(step)),
		...textFacets("guidance", words.guidance, guidance),
		...facet("resources", words.resources, some(resources), () =>
			saidList((resources ?? []).map(asWritten)),
		),
		...spellingFacet("resources", resources),
		...facet("questions", words.questions, questions, () =>
			saidList(questions.map((code) => saidText(fields[code].label))),
		),
	];
}

function some<Item>(list: Item[] | undefined): Item[] | undefined {
	return list && list.length > 0 ? list : undefined;
}

function delayFacets({ n, unit, basis, reference }: Delay): Facet[] {
	return [
		...facet("delay", words.delay, { n, unit }, () => saidDuration({ n, unit })),
		...facet("delay/basis", words.basis, basis, () => saidWord(({ bases }) => bases[basis])),
		...facet("delay/reference", words.reference, reference, () => asWritten(reference ?? "")),
	];
}

function saidRounds({ rounds, outcomes }: Step): Said {
	if (!rounds) return words.none;
	const beyond = outcomes.find(({ code }) => code === rounds.beyond);
	const label = beyond ? saidText(beyond.label) : asWritten(rounds.beyond);
	return inBoth((language) => wordsOf(language).rounds(rounds.most, label[language]));
}
