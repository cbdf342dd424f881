import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { historyOf } from "#db/history.ts";
import { handoffs } from "#db/schema/handoffs.ts";
import { closeStores } from "#db/stores.ts";
import { type StoreInFiles, storeInFiles } from "./store-in-files.for-tests.ts";

/*
 * The answer to a form can be lost: the machine ends after the commit, the train enters a tunnel.
 * Whoever sends the form again, minutes later, hears what they would have heard.
 */

const minuteMs = 60_000;
let stage: StoreInFiles;
let told = 0;

beforeAll(async () => {
	stage = await storeInFiles();
}, 120_000);

afterAll(async () => {
	await stage?.app.close();
	if (stage) closeStores(stage.services.db);
});

test("sent again when the proof of who is there has run out, an acceptance has the same answer", async () => {
	const { post, form, acceptances } = await readyToAccept();
	const first = await post(form);
	stage.pass(6 * minuteMs);

	const again = await post(form);

	expect([first.status, again.status]).toEqual([303, 303]);
	expect(again.headers.location).toBe(first.headers.location);
	expect(acceptances()).toBe(1);
});

test("a form that was never recorded wants the proof, and so does another body under its key", async () => {
	const { post, form, acceptances } = await readyToAccept();
	stage.pass(6 * minuteMs);

	expect((await post(form)).status).toBe(422);
	expect(acceptances()).toBe(0);
	await post([...form, ["proofTick", "yes"]]);
	expect(acceptances()).toBe(1);
	stage.pass(6 * minuteMs);
	const other = form.map(([name, value]): [string, string] => [
		name,
		name === "identityBy" ? "SECURE_MAIL" : value,
	]);

	expect((await post(other)).status).toBe(422);
	expect(acceptances()).toBe(1);
});

/** A form of an acceptance that would be recorded: its number was said on the telephone. */
async function readyToAccept() {
	told += 1;
	const { situationPk } = stage.sent(told);
	const { db } = stage.services;
	const sent = db.select().from(handoffs).where(eq(handoffs.situationPk, situationPk)).get();
	const cookie = await stage.enter("crip-member");
	const path = `/handoffs/${sent?.recipientHandle}/accept`;
	const fields = await stage.form(path, cookie);
	const filled = fields.map(([name, value]): [string, string] =>
		name === "number" ? [name, sent?.number ?? ""] : [name, value],
	);
	return {
		form: [...filled, ["stage", "record"]] as [string, string][],
		post: (form: [string, string][]) => stage.app.ask({ method: "POST", path, cookie, form }),
		acceptances: () =>
			historyOf(db, situationPk).filter(
				(event) => event.type === "handoff-moved" && event.act === "ACCEPT",
			).length,
	};
}
