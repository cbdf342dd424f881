import { paths } from "#app/paths.ts";
import type { Store } from "../security/store.ts";
import { ownEntry, ownRole, situationAt, situationWhere, within } from "./places.ts";
import { at, type Screen, seen, sent, type Where } from "./screen.ts";

const page = "routes/situations.$handle";
const step = "routes/situations.$handle_.steps.$stepId";
const opening = "routes/situations.new";
const find = "routes/situations.find";
const role = "routes/situations.$handle_.roles.$roleId";
const lead = "routes/situations.$handle_.lead";
const interruption = "routes/situations.$handle_.interruptions.$id";
const correction = "routes/situations.$handle_.corrections.$position";

const followUp = "routes/situations.$handle_.follow-up";
const closure = "routes/situations.$handle_.closure";

const inactive = (store: Store) => situationWhere(store, "s.inactivity = 'proposal'");
const goingOn: Where = (store) => within(inactive(store), paths.followUp);

const answering =
	(stepId: string, also?: string): Where =>
	(store) =>
		within(situationAt(store, stepId, also), (handle) => paths.step(handle, stepId));

const raising =
	(id: string, stepId: string): Where =>
	(store) =>
		within(situationAt(store, stepId, "o.paused = 0"), (handle) => paths.interruption(handle, id));

const naming: Where = (store) =>
	within(situationAt(store, "explain-rights", "o.paused = 0"), paths.lead);

const newForm = at(`${paths.newSituation()}?protocol=reference-a`, "infirmiere-scolaire-a");
const finding = at(paths.findSituation(), "infirmiere-scolaire-a");
const stale = { status: 409, changes: { seen: "0" } };
const blank = { status: 422, blank: true };

/** Situations: opening and finding them, where they stand, every act on them. */
export const situationScreens: Screen[] = [
	seen("a situation that waits for an answer", page, (store) =>
		within(situationAt(store, "explain-rights", "o.paused = 0")),
	),
	seen("a situation that is late", page, (store) =>
		within(situationAt(store, "safety-choice", "o.overdue = 1")),
	),
	seen("a situation paused by a runaway", page, (store) =>
		within(situationAt(store, "review", "o.paused = 1")),
	),
	seen("a situation in danger", page, (store) => within(situationAt(store, "find-shelter"))),
	seen("a situation that is closed", page, (store) =>
		within(situationWhere(store, "s.status = 'closed'")),
	),
	seen("a situation that closed by itself", page, (store) =>
		within(situationWhere(store, "s.closed_by = 'system'")),
	),
	seen("a situation in which nobody acts", page, (store) => within(inactive(store))),
	seen("saying that a situation goes on", followUp, goingOn),
	sent("saying that a situation goes on, with nothing chosen", followUp, goingOn, {
		status: 422,
		blank: true,
		changes: { finding: null },
	}),
	seen("saying that a situation goes on in which somebody acts", followUp, (store) =>
		within(situationAt(store, "explain-rights", "o.paused = 0"), paths.followUp),
	),
	seen("closing a situation where it stands", closure, (store) =>
		within(inactive(store), paths.closure),
	),
	seen("a situation in which nobody plays the next role yet", page, (store) =>
		within(
			situationWhere(
				store,
				`exists (select 1 from open_steps o join holders h on h.situation_pk = o.situation_pk
				 where o.situation_pk = s.pk and o.structure_id is null and h.structure_id = p.structure_id)`,
			),
		),
	),
	seen("a situation that partners hold", page, (store) =>
		within(
			situationWhere(
				store,
				`s.status = 'open' and s.phase = 'accompaniment' and not exists (select 1 from holders h
				 where h.situation_pk = s.pk and h.structure_id = p.structure_id)`,
			),
		),
	),
	seen("a situation just opened, with its code to copy", page, (store) =>
		within(
			situationAt(store, "receive-sign"),
			(handle) => `${paths.situation(handle)}?saved=opened`,
		),
	),
	seen("the whole line of a situation", "routes/situations.$handle_.line", (store) =>
		within(situationAt(store, "review", "o.paused = 0"), paths.situationLine),
	),

	seen("which protocol to open under", opening, at(paths.newSituation(), "cadre-foyer-a")),
	seen("opening a situation", opening, newForm),
	sent("opening a situation, with nothing answered", opening, newForm, blank),
	seen("opening nothing", opening, at(paths.newSituation(), "reception-crip-a")),

	seen("finding a situation", find, finding),
	sent("finding a situation, without a code", find, finding, blank),
	sent("finding a situation, with a code copied wrongly", find, finding, {
		status: 422,
		changes: { code: "7KWM3-9TXHZ" },
	}),

	seen("an action to answer", step, answering("explain-rights", "o.paused = 0")),
	seen("a decision to take", step, answering("choose-route")),
	seen("a review to make", step, answering("review", "o.paused = 0")),
	sent("a review, with nothing answered", step, answering("review", "o.paused = 0"), blank),
	sent("a review, on an outdated page", step, answering("review", "o.paused = 0"), stale),
	sent("a last look before leaving what runs", step, answering("review", "o.paused = 0"), {
		status: 200,
		changes: { outcome: "ADJUST" },
	}),
	seen("a step that waits for somebody else", step, (store) =>
		within(situationAt(store, "explain-rights", "o.paused = 0"), (handle) =>
			paths.step(handle, "assessment-scope"),
		),
	),

	seen("declaring a danger", interruption, raising("immediate-danger", "explain-rights")),
	seen("declaring a runaway", interruption, raising("runaway", "explain-rights")),
	seen("declaring again what runs already", interruption, (store) =>
		within(situationAt(store, "review", "o.paused = 1"), (handle) =>
			paths.interruption(handle, "runaway"),
		),
	),
	seen("declaring something in a situation that is closed", interruption, (store) =>
		within(situationWhere(store, "s.status = 'closed'"), (handle) =>
			paths.interruption(handle, "runaway"),
		),
	),

	seen("who plays a role", role, (store) => ownRole(store, "soin")),
	sent("who plays a role, with nobody chosen", role, (store) => ownRole(store, "soin"), {
		status: 422,
		blank: true,
		changes: { structure: null },
	}),
	sent("who plays a role, on an outdated page", role, (store) => ownRole(store, "soin"), stale),
	seen("a role that others give away", role, (store) =>
		within(
			situationWhere(
				store,
				`s.status = 'open' and s.phase = 'accompaniment' and s.lead_id <> p.structure_id
				 and not exists (select 1 from holders h
				 where h.situation_pk = s.pk and h.structure_id = p.structure_id)`,
			),
			(handle) => paths.bindRole(handle, "soin"),
		),
	),
	seen("who follows the whole", lead, naming),
	sent("who follows the whole, with nobody chosen", lead, naming, {
		status: 422,
		blank: true,
		changes: { structure: null },
	}),

	seen("correcting an answer", correction, ownEntry),
	sent("correcting an answer, on an outdated page", correction, ownEntry, stale),
];
