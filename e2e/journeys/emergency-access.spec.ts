import { paths } from "#app/paths.ts";
import { expect, test } from "../security/own-relais.ts";
import { coordinator, receptionOf } from "../security/people.ts";
import { but, textOf, visitor } from "../security/visitor.ts";

test("two people break the glass: the coordination gives back what an absent structure holds", async ({
	relais,
}) => {
	const { id, asSender, asRecipient, sender } = relais.store.first<{
		id: string;
		asSender: string;
		asRecipient: string;
		sender: string;
	}>(
		`select id, sender_handle asSender, recipient_handle asRecipient, sender_id sender from handoffs
		 where recipient_id = 'crip-aubepine' and state in ('accepted', 'inProgress.contacted') order by id`,
	);
	const state = () =>
		relais.store.first<{ state: string }>("select state from handoffs where id = ?", id).state;
	const coordination = await visitor(relais, coordinator);
	const manager = await visitor(relais, "responsable-crip-a");
	const giveBack = paths.handoffAct(asSender, "give-back");

	expect((await coordination.get(giveBack)).status).toBe(409);
	const asked = await coordination.post(
		paths.emergencyAccess(asSender),
		await coordination.form(paths.emergencyAccess(asSender)),
	);
	expect(asked.status).toBe(303);
	expect((await coordination.get(giveBack)).status).toBe(409);
	expect(textOf((await manager.get(paths.myDay())).body)).toContain("accès d'urgence");

	const waiting = await manager.form(paths.structureEmergencyAccess());
	const agreed = await manager.post(
		paths.structureEmergencyAccess(),
		but(waiting, { decision: "agree" }),
	);
	expect(agreed.status).toBe(303);

	const form = but(await coordination.form(giveBack), { stage: "record", stepOutcome: undefined });
	expect((await coordination.post(giveBack, form)).status).toBe(303);
	expect(state()).toBe("declined");
	for (const [handle, structure] of [
		[asSender, sender],
		[asRecipient, "crip-aubepine"],
	] as const) {
		const person = await visitor(relais, receptionOf(structure));
		const page = textOf((await person.get(paths.handoff(handle))).body);
		expect(page).toContain("rendu cette transmission par un accès d'urgence");
	}
});
