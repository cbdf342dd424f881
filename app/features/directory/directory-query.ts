import { z } from "zod";

const word = z.string().max(80).catch("");
const query = z.object({ role: word, zone: word });

/** The role and the zone that an address asks for; empty words ask for all. */
export function directoryQuery(url: string): z.infer<typeof query> {
	const { searchParams } = new URL(url);
	return query.parse({ role: searchParams.get("role"), zone: searchParams.get("zone") });
}
