import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Db } from "./client.ts";
import { earlierSending, rememberSending } from "./idempotency.ts";
import { idempotencyKeys } from "./schema/journal.ts";
import { monday, smallTerritory } from "./small-territory.ts";

const sending = {
	memberId: "spotter-member",
	key: "k".repeat(22),
	body: JSON.stringify({ answers: { age_band: "A13_14" } }),
};

test("a form is known again by what it said, and only with its own body", () => {
	const { db } = smallTerritory();
	remember(db);

	const asked = (body: string) => db.transaction((tx) => earlierSending(tx, { ...sending, body }));

	expect(asked(sending.body)).toEqual({ repeated: "" });
	expect(asked("another body")).toEqual({ reused: true });
});

test("whoever has the store and not its keys cannot try answers on what stands for a body", () => {
	const [one, other] = [smallTerritory(), smallTerritory()];

	const marks = [remember(one.db), remember(other.db)];

	const plain = createHash("sha256").update(sending.body).digest("hex");
	expect(new Set([...marks, plain]).size).toBe(3);
});

/** Remembers the form, and gives what stands for its body. */
function remember(db: Db): string | undefined {
	db.transaction((tx) => rememberSending(tx, sending, "", monday));
	return db.select().from(idempotencyKeys).get()?.bodyHash;
}
