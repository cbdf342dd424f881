import { paths } from "#app/paths.ts";
import { openDb } from "#db/client.ts";
import { openIncident, stuckLetter } from "#db/incidents.ts";
import type { Store } from "../security/store.ts";
import type { Place } from "./places.ts";
import { at, type Screen, seen, sent } from "./screen.ts";

const administrator = "administratrice-a";
const stuck = "routes/operator.incidents";
const figures = "routes/operator._index";

/** What the server does, and the work that got stuck. */
export const operatorScreens: Screen[] = [
	seen("the figures of the server", figures, at(paths.operator(), administrator)),
	seen("incidents, with none open", stuck, at(paths.incidents(), administrator)),
	seen("incidents, with two open", stuck, withIncidents(paths.incidents())),
	sent("closing an incident, without saying how", stuck, withIncidents(paths.incidents()), {
		status: 422,
		blank: true,
		changes: { act: "resolve" },
	}),
	sent("an incident that was taken", stuck, withIncidents(paths.incidents()), {
		status: 200,
		changes: { act: "take" },
	}),
	seen("figures that need somebody", figures, withIncidents(paths.operator())),
	sent("an incident that was closed", stuck, withIncidents(paths.incidents()), {
		status: 200,
		changes: { act: "resolve" },
	}),
];

/** Where something got stuck: as the server itself would write it, beside the server. */
function withIncidents(path: string) {
	return (store: Store): Place => {
		const query = "SELECT file FROM pragma_database_list WHERE name = 'main'";
		const db = openDb(store.first<{ file: string }>(query).file);
		try {
			const at = Date.now() - 3 * 3_600_000;
			openIncident(db, { ...stuckLetter(7), reason: "letter-failed", at });
			openIncident(db, {
				source: "worker",
				key: "backup",
				reason: "worker-failed",
				at: at + 60_000,
			});
		} finally {
			db.$client.close();
		}
		return { as: administrator, path };
	};
}
