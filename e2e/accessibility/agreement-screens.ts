import { paths } from "#app/paths.ts";
import { coordinator } from "../security/people.ts";
import type { Store } from "../security/store.ts";
import { at, type Screen, seen, sent, type Where } from "./screen.ts";

const manager = "cadre-ase-a";

/** Agreeing on a protocol: the draft beside the published version, who answers what, who publishes. */
export const agreementScreens: Screen[] = [
	seen(
		"what a draft changes",
		"routes/studio.$draftId_.difference",
		ofDraft(paths.draftDifference),
	),
	seen(
		"where the structures stand",
		"routes/studio.$draftId_.consultation",
		ofDraft(paths.draftConsultation),
	),
	seen(
		"what stands between a draft and its publication",
		"routes/studio.$draftId_.publish",
		ofDraft(paths.draftPublication),
	),
	seen("the consultations", "routes/consultations._index", at(paths.consultations(), manager)),
	seen("what changes for a structure", "routes/consultations.$consultationId", consultation),
	sent("an answer that says nothing", "routes/consultations.$consultationId", consultation, {
		...{ status: 422, blank: true },
	}),
	seen("who must sign", "routes/territory.signatures", at(paths.signatures(), coordinator)),
	sent("nobody must sign", "routes/territory.signatures", at(paths.signatures(), coordinator), {
		status: 422,
		changes: { least: "many" },
	}),
	seen(
		"a protocol to be retired",
		"routes/protocols.$protocolId_.retire",
		at(paths.retireProtocol("reference-c"), coordinator),
	),
];

function ofDraft(address: (draftId: string) => string): Where {
	return (store) => ({ as: coordinator, path: address(latest(store).draftId) });
}

function consultation(store: Store) {
	return { as: manager, path: paths.consultation(latest(store).id) };
}

function latest(store: Store): { id: string; draftId: string } {
	return store.first("select id, draft_id draftId from consultations order by opened_at desc");
}
