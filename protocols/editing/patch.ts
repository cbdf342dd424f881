import { z } from "zod";
import { canonicalJson } from "#protocols/language/canonical.ts";
import type { DocumentPath } from "#protocols/language/places.ts";
import { valueAt, writeAt } from "./document-value.ts";

const path = z.array(z.union([z.string(), z.number()]));

/** One place of a document that an edit changed: a value, or some neighbours in a list. */
const placeChange = z.union([
	z.strictObject({ path, was: z.unknown().optional(), is: z.unknown().optional() }),
	z.strictObject({ path, at: z.number(), out: z.array(z.unknown()), in: z.array(z.unknown()) }),
]);

/** What an edit changed, place by place: enough to do it again, and to undo it. */
export const patch = z.array(placeChange);
export type Patch = z.infer<typeof patch>;

/** What leads from a document to another. */
export function patchBetween(before: unknown, after: unknown, at: DocumentPath = []): Patch {
	if (isSame(before, after)) return [];
	if (Array.isArray(before) && Array.isArray(after)) return listPatch(before, after, at);
	if (isPlain(before) && isPlain(after)) {
		const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
		return keys.flatMap((key) => patchBetween(before[key], after[key], [...at, key]));
	}
	return [{ path: at, was: before, is: after }];
}

/** A document after a patch; the one that was given stays as it was. */
export function patched<Document>(document: Document, changes: Patch): Document {
	const copy = structuredClone(document);
	for (const change of changes) {
		if (!("out" in change)) writeAt(copy, change.path, structuredClone(change.is));
		else
			listAt(copy, change.path).splice(change.at, change.out.length, ...structuredClone(change.in));
	}
	return copy;
}

/** What undoes a patch. */
export function reversed(changes: Patch): Patch {
	return changes.toReversed().map((change) => {
		if ("out" in change) return { ...change, out: change.in, in: change.out };
		const { path: at, was, is } = change;
		return {
			path: at,
			...(is === undefined ? {} : { was: is }),
			...(was === undefined ? {} : { is: was }),
		};
	});
}

/** Items that changed are told from inside; else some neighbours came, went or changed places. */
function listPatch(before: unknown[], after: unknown[], at: DocumentPath): Patch {
	if (isAligned(before, after)) {
		return before.flatMap((item, index) => patchBetween(item, after[index], [...at, index]));
	}
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && isSame(before[start], after[start])) start += 1;
	let end = 0;
	while (end < most - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1;

	const out = before.slice(start, before.length - end);
	const into = after.slice(start, after.length - end);
	if (out.length === 1 && into.length === 1) return patchBetween(out[0], into[0], [...at, start]);
	return [{ path: at, at: start, out, in: into }];
}

/** Whether both lists have parts of the same names in the same order. */
function isAligned(before: unknown[], after: unknown[]): boolean {
	if (before.length !== after.length) return false;
	return before.every((item, index) => {
		const name = nameOf(item);
		return name !== undefined && name === nameOf(after[index]);
	});
}

function nameOf(item: unknown): unknown {
	return isPlain(item) ? (item.id ?? item.code) : undefined;
}

function isSame(left: unknown, right: unknown): boolean {
	if (left === undefined || right === undefined) return left === right;
	return canonicalJson(left) === canonicalJson(right);
}

function isPlain(value: unknown): value is Record<string, unknown> {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}

function listAt(document: unknown, at: DocumentPath): unknown[] {
	const list = valueAt(document, at);
	if (!Array.isArray(list)) throw new Error(`No list at ${at.join("/")}.`);
	return list;
}
