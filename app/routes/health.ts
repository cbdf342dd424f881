import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { countMigrations } from "#db/client.ts";
import { isWhole } from "#db/integrity.ts";
import { journalHead } from "#db/journal.ts";

/** Says to whoever watches the server whether it can answer from its store. Public: counts only. */
export function loader({ context: { services } }: LoaderFunctionArgs) {
	const { db, version } = services;
	try {
		const migrations = countMigrations(db);
		const { found } = services.witness;
		return json({
			// An altered history is for people to look into: the server answers all the same.
			status: found && !isWhole(found) ? "altered" : "ok",
			version,
			migrations,
			journal: journalHead(db),
			...(found ? { integrity: found } : {}),
		});
	} catch {
		return json(
			{ status: "unavailable", version },
			{ status: 503, headers: { "Retry-After": "60" } },
		);
	}
}
