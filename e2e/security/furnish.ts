import { paths } from "#app/paths.ts";
import type { OwnRelais } from "./own-relais.ts";
import { receptionOf } from "./people.ts";
import { but, type Visitor, visitor } from "./visitor.ts";

type Sides = {
	senderId: string;
	senderHandle: string;
	recipientId: string;
	recipientHandle: string;
};

const sides =
	"sender_id senderId, sender_handle senderHandle, recipient_id recipientId, recipient_handle recipientHandle";

/** Brings about what the seed leaves out: the ends of a handoff, and recipients outside Relais. */
export async function furnish(relais: OwnRelais): Promise<void> {
	const [contacted, failed] = handoffsAt(relais, "accepted");
	await act(relais, contacted, "recipient", "contact");
	await act(relais, failed, "recipient", "fail");

	const [withdrawn, mistaken] = handoffsAt(relais, "sent");
	await act(relais, mistaken, "sender", "report-error");
	await act(relais, withdrawn, "sender", "withdraw");
	await discardDraft(relais);

	const [first, second] = situationsOnTheirWay(relais);
	await declareAbsence(relais, first);
	await declareAbsence(relais, second);
	await act(relais, externalHandoff(relais), "sender", "declare-accepted");
}

/** Handoffs of a state that the tests do not otherwise need, two of them. */
function handoffsAt({ store }: OwnRelais, state: string): [Sides, Sides] {
	const rows = store.all<Sides>(
		`select ${sides} from handoffs where state = ? and step_id in ('send-concern', 'ask-specialist', 'ask-protection') order by id`,
		state,
	);
	const [one, other] = rows;
	if (!one || !other) throw new Error(`The seed has too few handoffs that are ${state}.`);
	return [one, other];
}

async function act(relais: OwnRelais, handoff: Sides, side: "sender" | "recipient", slug: string) {
	const person = await visitor(relais, receptionOf(handoff[`${side}Id`]));
	const path = paths.handoffAct(handoff[`${side}Handle`], slug);
	await record(person, path, { stage: "record", stepOutcome: undefined });
}

/** A draft that its author erases at once. */
async function discardDraft(relais: OwnRelais): Promise<void> {
	const { handle, structureId } = relais.store.first<{ handle: string; structureId: string }>(
		`select p.handle, p.structure_id structureId from open_steps o
		 join participations p on p.situation_pk = o.situation_pk and p.structure_id = o.structure_id
		 where o.step_id = 'send-concern' and not exists (
			select 1 from handoffs h where h.situation_pk = o.situation_pk
			and h.state not in ('cancelled', 'enteredInError', 'rerouted'))`,
	);
	const person = await visitor(relais, receptionOf(structureId));
	const kept = await record(person, paths.newHandoff(handle, "send-concern"), {
		danger: "NO",
		stage: "keep",
	});
	const draft = String(kept.headers.location).split("?")[0];
	await record(person, `${draft}/discard`, { stage: "record" });
}

type Standing = { handle: string; structureId: string };

/** Situations that a structure accompanies and from which nobody is missing, two of them. */
function situationsOnTheirWay({ store }: OwnRelais): [Standing, Standing] {
	const rows = store.all<Standing>(
		`select p.handle, p.structure_id structureId from open_steps o
		 join participations p on p.situation_pk = o.situation_pk and p.structure_id = o.structure_id
		 where o.step_id = 'explain-rights' and o.paused = 0 order by o.situation_pk desc`,
	);
	const [one, other] = rows;
	if (!one || !other) throw new Error("The seed has too few situations under way.");
	return [one, other];
}

/** The young person is missing, and the police are told outside Relais. */
async function declareAbsence(relais: OwnRelais, { handle, structureId }: Standing): Promise<void> {
	const person = await visitor(relais, receptionOf(structureId));
	await record(person, paths.interruption(handle, "runaway"), {});
	await record(person, paths.step(handle, "runaway-first-steps"), { outcome: "RUNAWAY" });
	await record(person, paths.newHandoff(handle, "declare-absence"), {
		danger: "NO",
		stage: "send",
	});
}

function externalHandoff({ store }: OwnRelais): Sides {
	return store.first<Sides>(
		`select ${sides} from handoffs where recipient_id is null and state = 'sent'`,
	);
}

async function record(person: Visitor, path: string, wishes: Record<string, string | undefined>) {
	const fields = await person.form(path);
	const answer = await person.post(path, but(fields, wishes));
	if (answer.status !== 303) throw new Error(`${path} was not recorded: ${answer.status}.`);
	return answer;
}
