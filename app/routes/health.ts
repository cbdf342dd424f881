import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { countMigrations } from "#db/client.ts";
import { journalHead } from "#db/journal.ts";

/** Says to whoever watches the server whether it can answer from its store. Public: counts only. */
export function loader({ context: { services } }: LoaderFunctionArgs) {
	const { db, version } = services;
	try {
		const migrations = countMigrations(db);
		return json({ status: "ok", version, migrations, journal: journalHead(db) });
	} catch {
		return json(
			{ status: "unavailable", version },
			{ status: 503, headers: { "Retry-After": "60" } },
		);
	}
}
