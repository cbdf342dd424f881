import { expect, test } from "vitest";
import {
	handoffByHandle,
	lineByCode,
	looksOn,
	situationByCode,
	situationByHandle,
} from "./access.ts";
import { handoffs } from "./schema/handoffs.ts";
import { participations, situations } from "./schema/situations.ts";
import { territories } from "./schema/territories.ts";
import { sentToCrip, tellInStore } from "./small-casework.ts";
import { smallTerritory } from "./small-territory.ts";

const spotter = { territoryId: "small", structureId: "spotter" };
const crip = { territoryId: "small", structureId: "crip" };
const stranger = { territoryId: "small", structureId: "care" };
const absent = "AAAAAAAAAAAAAAAAAAAAAA";

test("a structure finds its own situation by its own address and code", () => {
	const { db, of } = sent();
	const own = of("spotter");

	expect(situationByHandle(db, spotter, own.handle)).toMatchObject({ code: own.code });
	expect(situationByCode(db, spotter, own.code.toLowerCase())).toMatchObject({
		handle: own.handle,
	});
});

test("what is not theirs and what is not at all look the same", () => {
	const { db, of } = sent();
	const own = of("spotter");
	const elsewhere = { territoryId: "elsewhere", structureId: "spotter" };

	const answers = [
		situationByHandle(db, stranger, own.handle),
		situationByHandle(db, elsewhere, own.handle),
		situationByHandle(db, spotter, absent),
		situationByHandle(db, spotter, "not a handle"),
		situationByCode(db, stranger, own.code),
		situationByCode(db, elsewhere, own.code),
		handoffByHandle(db, stranger, of("handoff").handle, false),
		handoffByHandle(db, stranger, absent, false),
		handoffByHandle(db, stranger, "not a handle", false),
	];

	expect(answers).toEqual(answers.map(() => undefined));
});

test("whoever was only asked sees the handoff, and not the situation", () => {
	const { db, of, handoff } = sent();

	const asked = handoffByHandle(db, crip, handoff.recipientHandle, false);

	expect(asked).toMatchObject({ handoffId: handoff.id, side: "recipient" });
	expect(situationByHandle(db, crip, of("crip").handle)).toBeUndefined();
	expect(situationByCode(db, crip, of("crip").code)).toBeUndefined();
});

test("the code of what was received and not accepted yet leads to its handoff, to nobody else's", () => {
	const { db, of, handoff } = sent();
	const { code } = of("crip");

	expect(lineByCode(db, crip, code)).toEqual({ handoff: handoff.recipientHandle });
	expect(lineByCode(db, stranger, code)).toBeUndefined();
	expect(lineByCode(db, { ...crip, territoryId: "elsewhere" }, code)).toBeUndefined();
	expect(lineByCode(db, crip, code.slice(1))).toBe("wrong-check");
	expect(lineByCode(db, spotter, of("spotter").code)).toMatchObject({
		handle: of("spotter").handle,
	});
});

test("each side has its own address, and the other side's leads nowhere", () => {
	const { db, handoff } = sent();
	const { senderHandle, recipientHandle } = handoff;

	expect(handoffByHandle(db, spotter, senderHandle, false)?.side).toBe("sender");
	expect(handoffByHandle(db, spotter, recipientHandle, false)).toBeUndefined();
	expect(handoffByHandle(db, crip, senderHandle, false)).toBeUndefined();
});

test("a draft belongs to its author: neither its recipient nor the coordinator can open it", () => {
	const { db, handoff } = sent({ draft: true });
	const { senderHandle, recipientHandle } = handoff;

	expect(handoffByHandle(db, spotter, senderHandle, false)?.side).toBe("sender");
	expect(handoffByHandle(db, crip, recipientHandle, false)).toBeUndefined();
	expect(handoffByHandle(db, stranger, senderHandle, true)).toBeUndefined();
	expect(handoffByHandle(db, stranger, recipientHandle, true)).toBeUndefined();
	expect(db.select().from(participations).all()).toHaveLength(1);
});

test("a coordinator opens what was sent, by the sender's address and in their territory only", () => {
	const { db, handoff } = sent();
	const { senderHandle, recipientHandle } = handoff;
	db.insert(territories).values({ id: "elsewhere", name: "Ailleurs" }).run();
	const elsewhere = { territoryId: "elsewhere", structureId: "care" };

	expect(handoffByHandle(db, stranger, senderHandle, true)?.side).toBe("coordinator");
	expect(handoffByHandle(db, stranger, recipientHandle, true)).toBeUndefined();
	expect(handoffByHandle(db, elsewhere, senderHandle, true)).toBeUndefined();
});

test("a code that was copied wrongly is said to be so, without asking the store", () => {
	const { db, of } = sent();
	const { code } = of("spotter");
	const slip = (code.startsWith("0") ? "1" : "0") + code.slice(1);
	db.$client.close();

	expect(situationByCode(db, spotter, slip)).toBe("wrong-check");
	expect(situationByCode(db, spotter, code.slice(1))).toBe("wrong-check");
	expect(situationByCode(db, spotter, "")).toBe("wrong-check");
	expect(() => situationByCode(db, spotter, code)).toThrow("not open");
});

/** A concern report that was sent to the CRIP, or is still a draft. */
function sent({ draft = false }: { draft?: boolean } = {}) {
	const territory = smallTerritory();
	const [noticed] = sentToCrip;
	const send = { by: "spotter", handsOff: "send-concern", draft };
	tellInStore(territory, noticed ? [noticed, send] : []);

	const { db } = territory;
	const [handoff] = db.select().from(handoffs).all();
	if (!handoff) throw new Error("Nothing was prepared.");
	const names = db.select().from(participations).all();
	const of = (structure: string) =>
		names.find(({ structureId }) => structureId === structure) ?? {
			handle: handoff.senderHandle,
			code: handoff.number,
		};
	return { db, handoff, of };
}

test("the lead looks on by the sender's address once it was sent, and reads no answers", () => {
	const { db, handoff } = sent();
	db.update(situations).set({ leadId: "care" }).run();

	const own = handoffByHandle(db, stranger, handoff.senderHandle, false);

	expect(own).toMatchObject({ handoffId: handoff.id, side: "lead" });
	expect(handoffByHandle(db, stranger, handoff.recipientHandle, false)).toBeUndefined();
	expect(own && looksOn(own.side)).toBe(true);
});
