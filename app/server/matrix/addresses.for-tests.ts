import { getTableColumns } from "drizzle-orm";
import type { Random } from "#db/pseudonyms/code.ts";
import { drawHandle } from "#db/pseudonyms/handle.ts";
import { handoffs } from "#db/schema/handoffs.ts";
import { openSteps, participations, situations } from "#db/schema/situations.ts";
import { fieldCodes } from "#protocols/language/vocabulary/fields.ts";
import type { Answered, WholeApp } from "../whole-app.for-tests.ts";
import type { KnownAsker } from "./askers.for-tests.ts";

/** Tries addresses that chance makes, and gives every different answer that came. */
export async function tryRandomAddresses(
	app: WholeApp,
	{ cookie }: KnownAsker,
	{ count, random }: { count: number; random: Random },
): Promise<Set<string>> {
	const answers = new Set<string>();
	for (let tried = 0; tried < count; tried += 1) {
		const handle = drawHandle(random);
		const [path, route] =
			tried % 2 === 0
				? [`/situations/${handle}`, "routes/situations.$handle"]
				: [`/handoffs/${handle}`, "routes/handoffs.$handle._index"];
		// One page in a hundred, the others as data, which is what a script would try.
		const asked = tried % 100 < 2 ? path : `${path}?_data=${encodeURIComponent(route)}`;
		const answered = await app.ask({ path: asked, cookie });
		answers.add(`${tried % 100 < 2 ? path.split("/")[1] : "data"} ${plain(answered, handle)}`);
	}
	return answers;
}

function plain({ status, headers, body }: Answered, handle: string): string {
	const nonce = /'nonce-([\w-]+)'/.exec(headers["content-security-policy"]?.toString() ?? "")?.[1];
	const { date: _, ...kept } = headers;
	const text = `${status} ${JSON.stringify(kept)} ${body}`.replaceAll(handle, "handle");
	return nonce ? text.replaceAll(nonce, "nonce") : text;
}

/** Every column and every answer of a situation, asked for as if an address could search by it. */
export function searchByEverything(): string {
	const columns = [situations, participations, openSteps, handoffs].flatMap((table) =>
		Object.entries(getTableColumns(table)).flatMap(([key, { name }]) => [key, name]),
	);
	const names = new Set([
		...columns,
		...fieldCodes,
		"q",
		"search",
		"filter",
		"sort",
		"order",
		"id",
	]);
	const values = ["U15", "A15_17", "open", "1", "crip", "identification", "%", "*"];
	const pairs = [...names].map((name, index): [string, string] => [
		name,
		values[index % values.length] ?? "",
	]);
	return new URLSearchParams(pairs).toString();
}
