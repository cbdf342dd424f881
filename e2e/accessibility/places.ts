import { paths } from "#app/paths.ts";
import type { lifeStates } from "#protocols/casework/handoff/life.ts";
import { coordinator, receptionOf } from "../security/people.ts";
import type { Store } from "../security/store.ts";

/** An address, and who may open it; nobody is signed in without `as`. */
export type Place = { as?: string; path: string };

type Standing = { handle: string; structureId: string };
type LifeState = (typeof lifeStates)[number];

/** A situation in which a step waits for its structure. */
export function situationAt(store: Store, stepId: string, also = "1"): Standing {
	return store.first<Standing>(
		`select p.handle, o.structure_id structureId from open_steps o
		 join participations p on p.situation_pk = o.situation_pk and p.structure_id = o.structure_id
		 where o.step_id = ? and ${also} order by o.situation_pk`,
		stepId,
	);
}

/** The same by what is true of it, whichever step waits. */
export function situationWhere(store: Store, what: string): Standing {
	return store.first<Standing>(
		`select p.handle, p.structure_id structureId from participations p
		 join situations s on s.pk = p.situation_pk where p.takes_part = 1 and ${what}
		 order by s.pk`,
	);
}

/** A page of a situation, opened by who answers for the structure. */
export function within({ handle, structureId }: Standing, address = paths.situation): Place {
	return { as: receptionOf(structureId), path: address(handle) };
}

type Handoff = {
	senderId: string;
	senderHandle: string;
	recipientId: string | null;
	recipientHandle: string;
};

/** The page of a handoff that stands so, on one side of it. */
export function handoffAt(
	store: Store,
	state: LifeState,
	side: "sender" | "recipient" | "coordinator",
	{ external = false, address = paths.handoff } = {},
): Place {
	const recipient = external ? "is null" : "is not null";
	const { senderId, senderHandle, recipientId, recipientHandle } = store.first<Handoff>(
		`select sender_id senderId, sender_handle senderHandle, recipient_id recipientId,
			recipient_handle recipientHandle from handoffs
		 where state = ? and recipient_id ${recipient} order by loop_closed, sent_at desc, id`,
		state,
	);
	if (side === "coordinator") return { as: coordinator, path: address(senderHandle) };
	if (side === "sender") return { as: receptionOf(senderId), path: address(senderHandle) };
	return { as: receptionOf(recipientId ?? ""), path: address(recipientHandle) };
}

/** An answer that its structure may still correct. */
export function ownEntry(store: Store): Place {
	const own = store.all<Standing & { situationPk: number }>(
		`select p.handle, p.structure_id structureId, s.pk situationPk from participations p
		 join situations s on s.pk = p.situation_pk where s.status = 'open' and p.takes_part = 1`,
	);
	const entries = store.entriesAfter(0).flatMap(({ situationPk, position, event }) => {
		const answered = event.type === "step-answered" && Object.keys(event.answers).length > 1;
		const by = (one: (typeof own)[number]) =>
			one.situationPk === situationPk && one.structureId === event.by;
		const standing = answered ? own.find(by) : undefined;
		return standing ? [{ ...standing, position }] : [];
	});
	const latest = entries.at(-1);
	if (!latest) throw new Error("The seed has no answer that could be corrected.");
	const { handle, structureId, position } = latest;
	return { as: receptionOf(structureId), path: paths.correction(handle, position) };
}

/** The roles that a structure may pass to another in a situation. */
export function ownRole(store: Store, roleId: string): Place {
	const holding = situationWhere(
		store,
		`s.status = 'open' and s.phase = 'accompaniment' and exists (select 1 from holders h
		 where h.situation_pk = s.pk and h.structure_id = p.structure_id)`,
	);
	return within(holding, (handle) => paths.bindRole(handle, roleId));
}
