import { z } from "zod";
import { lateRungs } from "#protocols/casework/ladder.ts";
import type { LateAsked } from "./late-address.ts";

/** Pages beyond this one do not exist. */
const lastPage = 500;

const query = z.object({
	rung: z.enum(["", ...lateRungs]).catch(""),
	role: z
		.string()
		.regex(/^[a-z][a-z0-9-]{0,59}$/)
		.catch(""),
	page: z.coerce.number().int().min(1).max(lastPage).catch(1),
});

/** Reads an address; what is no rung, no role, no page asks for nothing in particular. */
export function lateQuery(url: string): LateAsked {
	const { searchParams } = new URL(url);
	return query.parse({
		rung: searchParams.get("rung") ?? "",
		role: searchParams.get("role") ?? "",
		page: searchParams.get("page") ?? 1,
	});
}
