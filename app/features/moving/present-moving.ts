import type { Choice } from "#app/ui/select-field.tsx";
import type { Movable, VersionInUse } from "#db/moving.ts";
import type { MoveFault } from "#protocols/casework/move-fault.ts";
import { handoffsToPlace } from "#protocols/casework/move-handoffs.ts";
import type { MoveMap } from "#protocols/casework/move-map.ts";
import { openSteps, type Situation } from "#protocols/casework/situation.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";

/** What a coordinator sees of a move: titles of steps and names of structures, never an answer. */
export type MovingView = ReturnType<typeof presentMoving>;

export type Moving = {
	versions: VersionInUse[];
	/** The older version that is looked at. */
	from: { hash: string; compiled: CompiledProtocol } | undefined;
	to: CompiledProtocol;
	map: MoveMap;
	rows: Movable[];
	more: boolean;
	page: number;
};

/** Words what a move would do. */
export function presentMoving(moving: Moving, language: Language) {
	const { versions, from, to, map, rows, more, page } = moving;
	const names = from && namesIn(from.compiled, to, language);
	return {
		title: say(to.protocol.title, language),
		versions: versions.map((one) => ({ ...one, shown: one.hash === from?.hash })),
		from: from?.hash ?? null,
		steps: from && names ? stepChoices(from.compiled, to, { map, rows, names }) : [],
		tracks: from && names ? trackChoices(from.compiled, to, { map, names }) : [],
		situations: names ? rows.map((row) => presentRow(row, names)) : [],
		passing: rows.filter(({ refusal }) => !refusal).length,
		more,
		page,
	};
}

type Names = ReturnType<typeof namesIn>;

function namesIn(from: CompiledProtocol, to: CompiledProtocol, language: Language) {
	const versions = [from, to];
	const roles = versions.flatMap(({ protocol }) => protocol.roles);
	const groups = versions.flatMap(({ places }) => [...places.groups.values()]);
	const titles = groups.flatMap(({ group }) => group.tracks);
	const known: Readonly<Record<string, (typeof knownTracks)[keyof typeof knownTracks]>> =
		knownTracks;
	return {
		old: (id: string) => say(from.places.steps.get(id)?.step.title ?? { fr: id }, language),
		fresh: (id: string) => say(to.places.steps.get(id)?.step.title ?? { fr: id }, language),
		role: (id: string) => say(roles.find((one) => one.id === id)?.label ?? { fr: id }, language),
		track: (id: string) =>
			say(titles.find((one) => one.id === id)?.title ?? known[id] ?? { fr: id }, language),
	};
}

/** The steps that are open somewhere, or that an open handoff belongs to, in the order of the protocol. */
function stepChoices(
	from: CompiledProtocol,
	to: CompiledProtocol,
	{ map, rows, names }: { map: MoveMap; rows: Movable[]; names: Names },
) {
	const needed = new Set(rows.flatMap(({ situation }) => stepsNeeded(situation)));
	return [...from.places.steps.values()]
		.filter(({ step }) => needed.has(step.id))
		.map(({ step, container }) => {
			const alike = [...to.places.steps.values()].filter(
				(other) => other.container.interruption?.id === container.interruption?.id,
			);
			return {
				id: step.id,
				title: names.old(step.id),
				role: names.role(step.role),
				chosen: `${step.id}>${map.steps[step.id] ?? ""}`,
				nothing: `${step.id}>`,
				choices: alike.map(
					({ step: other }): Choice => ({
						value: `${step.id}>${other.id}`,
						label: names.fresh(other.id),
					}),
				),
			};
		});
}

function stepsNeeded(situation: Situation): string[] {
	return [...openSteps(situation), ...handoffsToPlace(situation).map(({ step }) => step)];
}

/** The tracks that the older version does not have: somebody says what becomes of them. */
function trackChoices(
	from: CompiledProtocol,
	to: CompiledProtocol,
	{ map, names }: { map: MoveMap; names: Names },
) {
	return [...to.places.tracks.keys()]
		.filter((id) => !from.places.tracks.has(id))
		.map((id) => ({ id, title: names.track(id), chosen: map.tracks[id] ?? ("" as const) }));
}

function presentRow({ reference, situation, holders, refusal }: Movable, names: Names) {
	return {
		reference,
		steps: openSteps(situation).map(names.old),
		holders,
		fault: refusal ? presentFault(refusal, names) : null,
	};
}

/** What a text of a fault may name. */
const noValues = { step: "", to: "", steps: "", track: "", role: "", toRole: "" };

type Refusal = NonNullable<Movable["refusal"]>;

function presentFault(refusal: Refusal, names: Names) {
	if (refusal.code !== "cannot-move") return { code: "moved-on" as const, values: noValues };
	const { because } = refusal;
	return { code: because.code, values: { ...noValues, ...valuesOf(because, names) } };
}

function valuesOf(fault: MoveFault, names: Names): Partial<typeof noValues> {
	switch (fault.code) {
		case "step-unplaced":
		case "handoff-unplaced":
			return { step: names.old(fault.step) };
		case "step-unknown":
			return { step: fault.step };
		case "doubled":
			return { step: names.fresh(fault.step) };
		case "not-side-by-side":
			return { steps: fault.steps.map(names.fresh).join(", ") };
		case "track-unplaced":
			return { track: names.track(fault.track) };
		case "changes-hands":
			return {
				step: names.old(fault.step),
				role: names.role(fault.role),
				toRole: names.role(fault.toRole),
			};
		case "interruption-changes":
		case "handoff-differs":
			return { step: names.old(fault.step), to: names.fresh(fault.to) };
		case "role-gone":
			return { role: names.role(fault.role) };
		default:
			return {};
	}
}
