import type { $ZodIssue, $ZodShape, $ZodType, $ZodTypes, output } from "zod/v4/core";
import { safeParse } from "zod/v4/core";
import { maxBodyBytes } from "./guard.server.ts";

/** What a form sent, checked; or what to say next to each field, with what was typed. */
export type ParsedForm<Data> =
	| { ok: true; data: Data }
	| { ok: false; errors: Record<string, string[]>; values: Record<string, string | string[]> };

/**
 * Reads the body of a form. The only reader of bodies: Remix's own answers 500 to what is malformed.
 *
 * @param longest in bytes; only the page that takes a whole protocol reads more than usual
 * @throws Response 415 when it is not a plain form, 413 when it is too long, 400 when it is not text
 */
export async function readForm(request: Request, longest = maxBodyBytes): Promise<URLSearchParams> {
	const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
	if (type !== "application/x-www-form-urlencoded") refuse(415, "Unsupported Media Type");

	const text = await readText(request, longest);
	const form = new URLSearchParams(text);
	for (const [name, value] of form) {
		if (name.includes("\0") || value.includes("\0")) refuse(400, "Bad Request");
	}
	return form;
}

/**
 * Reads a form and checks it against its schema, an object or a union of objects.
 * Names that the schema does not declare, repeated names that it does not declare as lists, and
 * mistakes for which it has no words of its own did not come from our page.
 *
 * @throws Response 400, 413 or 415
 */
export async function parseForm<Schema extends $ZodType>(
	request: Request,
	schema: Schema,
	longest = maxBodyBytes,
): Promise<ParsedForm<output<Schema>>> {
	const values = gather(await readForm(request, longest), fieldsOf(schema));
	const parsed = safeParse(schema, values, { error: () => unworded });
	if (parsed.success) return { ok: true, data: parsed.data };
	if (parsed.error.issues.some(({ message }) => message === unworded)) refuse(400, "Bad Request");
	return { ok: false, errors: errorsByField(parsed.error.issues), values: withoutSecrets(values) };
}

/** Stands where zod would speak to a programmer; a schema's own words come before it. */
const unworded = "unworded";

async function readText(request: Request, longest: number): Promise<string> {
	const bytes: Uint8Array[] = [];
	let length = 0;
	const reader = request.body?.getReader();
	for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
		length += read.value.byteLength;
		if (length > longest) refuse(413, "Content Too Large");
		bytes.push(read.value);
	}
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(bytes));
	} catch {
		return refuse(400, "Bad Request");
	}
}

function gather(form: URLSearchParams, fields: Map<string, boolean>) {
	for (const name of form.keys()) if (!fields.has(name)) refuse(400, "Bad Request");

	const values: Record<string, string | string[]> = {};
	for (const [name, isList] of fields) {
		const value = isList ? form.getAll(name) : only(form.getAll(name));
		if (value !== undefined) values[name] = value;
	}
	return values;
}

/** A list of boxes of which none is ticked is empty; any other field that was not sent is absent. */
function only(sent: string[]): string | undefined {
	return sent.length > 1 ? refuse(400, "Bad Request") : sent[0];
}

/** The names that a schema declares, each with whether it is a list. */
function fieldsOf(schema: $ZodType): Map<string, boolean> {
	const { def } = schema._zod as $ZodTypes["_zod"];
	switch (def.type) {
		case "object":
			return new Map(
				Object.entries(def.shape as $ZodShape).map(([name, field]) => [name, isList(field)]),
			);
		case "union":
			return new Map(def.options.flatMap((option) => [...fieldsOf(option)]));
		case "intersection":
			return new Map([...fieldsOf(def.left), ...fieldsOf(def.right)]);
		case "pipe":
			return fieldsOf(isTransform(def.in) ? def.out : def.in);
		default:
			throw new Error(`A form's schema is an object or a union of objects, not “${def.type}”.`);
	}
}

function isList(field: $ZodType): boolean {
	const { def } = field._zod as $ZodTypes["_zod"];
	if (def.type === "array" || def.type === "set") return true;
	if (def.type === "pipe") return isList(isTransform(def.in) ? def.out : def.in);
	return "innerType" in def && isList(def.innerType as $ZodType);
}

function isTransform(schema: $ZodType): boolean {
	return (schema._zod as $ZodTypes["_zod"]).def.type === "transform";
}

function errorsByField(issues: $ZodIssue[]): Record<string, string[]> {
	const errors: Record<string, string[]> = {};
	for (const issue of issues) {
		const field = String(issue.path[0] ?? "form");
		errors[field] = [...(errors[field] ?? []), issue.message];
	}
	return errors;
}

/** A page that is shown again must not carry what the person meant to keep secret. */
export function withoutSecrets(values: Record<string, string | string[]>) {
	return Object.fromEntries(
		Object.entries(values).filter(([name]) => !/password|secret|phrase/i.test(name)),
	);
}

function refuse(status: number, statusText: string): never {
	throw new Response(null, { status, statusText });
}
