import fc from "fast-check";
import { expect, test } from "vitest";
import { chanceFrom } from "#protocols/casework/random-walk.ts";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { edit } from "#protocols/editing/edit.ts";
import { spellPart } from "#protocols/editing/part-ref.ts";
import { randomEdit } from "#protocols/editing/random-edit.for-tests.ts";
import { canonicalJson } from "#protocols/language/canonical.ts";
import {
	changedExample,
	type DocumentChange,
	exampleAt,
} from "#protocols/language/changed-example.ts";
import type { DocumentPath } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { difference } from "./difference.ts";

const example = read(changedExample());
const models = catalogue.map(({ document }) => read(document));

test.each(models.map((model) => [model.id, model] as const))(
	"the model %s does not differ from itself",
	(_, model) => {
		expect(difference(model, structuredClone(model))).toEqual([]);
	},
);

test("a changed delay is told with what it was and what it is", () => {
	const [part, ...others] = differenceAfter({
		at: [...exampleAt.firstAnalysis, "delay", "n"],
		becomes: 9,
	});

	expect(others).toEqual([]);
	expect(part?.ref).toEqual({ kind: "step", id: "first-analysis" });
	expect(part?.lines).toEqual([
		{
			change: "changed",
			facet: "delay",
			label: { fr: "Délai", en: "Delay" },
			before: { fr: "2\u00a0jours ouvrés", en: "2\u00a0working days" },
			after: { fr: "9\u00a0jours ouvrés", en: "9\u00a0working days" },
		},
	]);
});

test("a step that changes places among its neighbours is moved, and nobody else is", () => {
	const steps = example.phases[0].steps;
	const told = differenceAfter({ at: ["phases", 0, "steps"], becomes: [...steps].reverse() });

	expect(told).toHaveLength(1);
	expect(told[0]?.change).toBe("moved");
	expect(told[0]?.lines[0]?.facet).toBe("place");
});

test("a step that goes to another place is moved, not taken away and added", () => {
	const [first, ...rest] = example.phases[0].steps;
	const moved = {
		...example,
		phases: [
			{ ...example.phases[0], start: rest[0]?.id ?? "", steps: rest },
			{ ...example.phases[1], steps: [...example.phases[1].steps, first] },
			example.phases[2],
		],
	} as Protocol;
	const told = difference(example, moved).find(({ ref }) => "id" in ref && ref.id === first?.id);

	expect(told?.change).toBe("moved");
	expect(told?.lines).toMatchObject([
		{ facet: "within", before: { fr: "Repérage" }, after: { fr: "Orientation" } },
	]);
});

test("what is new and what is gone are one entry each, told from either side", () => {
	const without = read(
		changedExample(
			{ at: ["interruptions", 1], becomes: undefined },
			{ at: [...exampleAt.call, "outcomes", 1, "raises"], becomes: undefined },
		),
	);
	const gone = difference(example, without).filter(({ change }) => change === "removed");
	const back = difference(without, example).filter(({ change }) => change === "added");

	expect(gone.map(({ ref }) => spellPart(ref))).toEqual([
		"interruption:runaway",
		"step:keep-bond",
		"step:welcome",
	]);
	expect(back.map(({ ref }) => ref)).toEqual(gone.map(({ ref }) => ref));
});

test("every leaf of the example, once changed, is told with words that differ", () => {
	const changes = leavesOf(example).flatMap((leaf) => changesOf(example, leaf));

	expect(changes.filter(({ changed }) => !isTold(example, changed)).map(({ at }) => at)).toEqual(
		[],
	);
	expect(changes.length).toBeGreaterThan(200);
});

test.each(models.map((model) => [model.id, model] as const))(
	"a leaf of the model %s, once changed, is told with words that differ",
	(_, model) => {
		const leaves = leavesOf(model);
		fc.assert(
			fc.property(fc.constantFrom(...leaves), (leaf) => {
				const changes = changesOf(model, leaf).slice(0, 3);

				expect(changes.filter(({ changed }) => !isTold(model, changed))).toEqual([]);
			}),
			{ numRuns: 30 },
		);
	},
	30_000,
);

test("whatever people edit, the difference tells it, or there is none", () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
			const edited = afterEdits(seed);
			const same = canonicalJson(edited) === canonicalJson(example);

			expect(same ? difference(example, edited) : isTold(example, edited)).toEqual(
				same ? [] : true,
			);
		}),
		{ numRuns: 60 },
	);
}, 30_000);

test("a difference is empty exactly when two documents are the same", () => {
	const changes = fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 4 });
	fc.assert(
		fc.property(changes, changes, (one, other) => {
			const [left, right] = [randomly(one), randomly(other)];
			const same = canonicalJson(left) === canonicalJson(right);

			expect(difference(left, right).length === 0).toBe(same);
		}),
		{ numRuns: 300 },
	);
});

/** The example after a handful of edits of any kind; those that are refused change nothing. */
function afterEdits(seed: number): Protocol {
	const chance = chanceFrom(seed);
	let protocol = example;
	for (let turn = 0; turn < 6; turn += 1) {
		const edited = edit(protocol, randomEdit(protocol, chance));
		if (edited.ok) protocol = edited.protocol;
	}
	return protocol;
}

type Change = { at: string; changed: Protocol };

/** The protocols that one leaf can lead to, itself left out. */
function changesOf(model: Protocol, { path, value }: Leaf): Change[] {
	return otherValues(path, value, model).flatMap((other) => {
		const changed = readable(withLeaf(model, path, other));
		if (!changed || canonicalJson(changed) === canonicalJson(model)) return [];
		return [{ at: `${path.join(".")} ${JSON.stringify(other)}`, changed }];
	});
}

function isTold(before: Protocol, after: Protocol): boolean {
	const told = difference(before, after);
	const tells = told.every(({ lines, change }) =>
		lines.length === 0
			? change === "added" || change === "removed"
			: lines.every(
					(line) => line.before?.fr !== line.after?.fr && line.before?.en !== line.after?.en,
				),
	);
	return told.length > 0 && tells;
}

/** The example after changes that numbers choose; those that are no protocol are left out. */
function randomly(choices: number[]): Protocol {
	return choices.reduce<Protocol>((protocol, choice) => {
		const leaves = leavesOf(protocol);
		const leaf = leaves[choice % leaves.length];
		if (!leaf) return protocol;
		const others = otherValues(leaf.path, leaf.value, protocol);
		const other = others[choice % others.length];
		return readable(withLeaf(protocol, leaf.path, other)) ?? protocol;
	}, example);
}

type Leaf = { path: DocumentPath; value: unknown };

function leavesOf(value: unknown, path: DocumentPath = []): Leaf[] {
	if (value === null || typeof value !== "object") return [{ path, value }];
	if (Array.isArray(value)) {
		const inner = value.flatMap((item, at) => leavesOf(item, [...path, at]));
		return [{ path, value }, ...inner];
	}
	return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
}

/** Other values that may stand at a place: readable or not is asked afterwards. */
function otherValues(path: DocumentPath, value: unknown, protocol: Protocol): unknown[] {
	if (typeof value === "number") return [value + 1];
	if (typeof value === "boolean") return [!value];
	if (Array.isArray(value)) return [[...value].reverse(), value.slice(1), undefined, []];
	const [key] = path.slice(-1);
	const near = closedLists.find((list) => list.includes(String(value)));
	const others = near?.filter((one) => one !== value) ?? [];
	const names = [
		...protocol.roles.map(({ id }) => id),
		...protocol.phases.flatMap(({ steps }) => steps.map(({ id }) => id)),
		...protocol.interruptions.map(({ id }) => id),
		"@closed",
	].filter((name) => name !== value);
	const text =
		key === "fr" || key === "en" || key === "reference" ? [`${value} bis`, undefined] : [];
	return [...text, ...others, ...(near || text.length > 0 ? [] : names), undefined];
}

const closedLists: string[][] = [
	["clock-hours", "working-hours", "working-days", "calendar-days"],
	["law", "example", "proposal"],
	["immediate", "urgent", "priority", "standard"],
	["app", "external"],
	["acceptance", "outcome"],
	["run", "pause"],
	["action", "decision", "handoff", "review", "closure"],
	["accepted", "refused", "withdrawn", "completed", "failed"],
	["first-acknowledgement", "first-protection", "first-contact", "first-review", "closure"],
	["identification", "orientation", "accompaniment"],
	["NONE", "SUSPICION", "CONFIRMED"],
];

function withLeaf(part: unknown, [key, ...rest]: DocumentPath, value: unknown): unknown {
	if (key === undefined) return value;
	if (Array.isArray(part)) {
		if (rest.length === 0 && value === undefined) return part.filter((_, at) => at !== key);
		return part.map((item, at) => (at === key ? withLeaf(item, rest, value) : item));
	}
	const record = part as Record<string, unknown>;
	const next = withLeaf(record[key], rest, value);
	const { [key]: _, ...others } = record;
	return next === undefined ? others : { ...others, [key]: next };
}

function differenceAfter(...changes: DocumentChange[]) {
	return difference(example, read(changedExample(...changes)));
}

function read(document: unknown): Protocol {
	const found = readProtocol(document);
	if (!found.ok) throw new Error(JSON.stringify(found.issues));
	return found.protocol;
}

function readable(document: unknown): Protocol | undefined {
	const found = readProtocol(document);
	return found.ok ? found.protocol : undefined;
}
