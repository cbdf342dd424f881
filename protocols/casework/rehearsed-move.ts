import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { changedExample, type DocumentChange } from "#protocols/language/changed-example.ts";
import { compiledFrom } from "./edited.for-tests.ts";
import { type MoveMap, proposeMap } from "./move-map.ts";
import { coordinator, type Rehearsal, type Wish } from "./rehearsal.ts";

/** The names of two versions. */
export const [from, to] = ["a".repeat(64), "b".repeat(64)] as const;

/** The short example with changes, ready to run. */
export function example(...changes: DocumentChange[]): CompiledProtocol {
	return compiledFrom(changedExample(...changes));
}

/** The short example in which nothing has changed but its title. */
export const retitled = example({ at: ["title", "fr"], becomes: "Suivant" });

/** The short example in which some ids are others. */
export function renamed(...ids: string[]): CompiledProtocol {
	const written = ids.reduce(
		(text, id) => text.replaceAll(`"${id}"`, `"${id}-anew"`),
		JSON.stringify(changedExample()),
	);
	return compiledFrom(JSON.parse(written));
}

/** Every step of the short example to itself, but for some. */
export function mapOf(others: Record<string, string | undefined>): MoveMap {
	const same = proposeMap(example(), example()).steps;
	const steps = Object.entries({ ...same, ...others }).filter(([, to]) => to !== undefined);
	return { steps: Object.fromEntries(steps) as Record<string, string>, tracks: {} };
}

type Given = Partial<Extract<ReturnType<Wish>, { type: "move-situation" }>>;

/** To go on under another version, by the proposed map where none is given. */
export function move(version: CompiledProtocol, given: Given = {}): Wish {
	return ({ situation }: Rehearsal) => ({
		type: "move-situation",
		acting: coordinator,
		seen: situation.position,
		...{ from, to, version },
		map: proposeMap(situation.compiled, version),
		...given,
	});
}
