import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { clockSkewOf } from "#app/server/clock-watch.server.ts";
import { isSilent } from "#app/server/vitals.server.ts";
import { countMigrations } from "#db/client.ts";
import { forgetPages } from "#db/connection.ts";
import { isWhole } from "#db/integrity.ts";
import { journalHead } from "#db/journal.ts";

/** Says to whoever watches the server whether it can answer from its store. Public: counts only. */
export function loader({ context: { services } }: LoaderFunctionArgs) {
	const { db, version, vitals } = services;
	if (isSilent(vitals)) return unavailable("sweep-silent", version);
	try {
		const migrations = countMigrations(db);
		const { found } = services.witness;
		const skew = clockSkewOf(services);
		return json({
			// An altered history is for people to look into: the server answers all the same.
			status: found && !isWhole(found) ? "altered" : skew ? "clock-skewed" : "ok",
			version,
			migrations,
			journal: journalHead(db),
			...(found ? { integrity: found } : {}),
			...(skew ? { clock: skew.way } : {}),
		});
	} catch {
		// Whoever asks again in a minute is told what the file holds then.
		forgetPages(db.$client);
		return unavailable("store", version);
	}
}

/** Why it needs somebody: clocks are not looked at any more, or the store does not answer. */
function unavailable(reason: "sweep-silent" | "store", version: string) {
	return json(
		{ status: "unavailable", reason, version },
		{ status: 503, headers: { "Retry-After": "60" } },
	);
}
