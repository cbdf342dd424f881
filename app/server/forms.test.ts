import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { parseForm, readForm } from "./forms.server.ts";
import { maxBodyBytes } from "./guard.server.ts";

const schema = z.object({
	step: z.string().min(1, "Choose the step."),
	seen: z.coerce.number().int().positive(),
	reasons: z.array(z.string()).max(3),
	password: z.string().optional(),
});

test("a form that fits its schema gives its data", async () => {
	const parsed = await parseForm(formOf("step=alert&seen=4&reasons=a&reasons=b"), schema);

	expect(parsed).toEqual({ ok: true, data: { step: "alert", seen: 4, reasons: ["a", "b"] } });
});

test("boxes of which none is ticked are an empty list", async () => {
	const parsed = await parseForm(formOf("step=alert&seen=4"), schema);

	expect(parsed).toMatchObject({ ok: true, data: { reasons: [] } });
});

test("one ticked box is a list of one", async () => {
	const parsed = await parseForm(formOf("step=alert&seen=4&reasons=a"), schema);

	expect(parsed).toMatchObject({ ok: true, data: { reasons: ["a"] } });
});

test("an incomplete form says what to do next to each field, and keeps what was typed but secrets", async () => {
	const parsed = await parseForm(formOf("step=&seen=4&password=hunter2"), schema);

	expect(parsed).toEqual({
		ok: false,
		errors: { step: ["Choose the step."] },
		values: { step: "", seen: "4", reasons: [] },
	});
});

test("a union of forms accepts the fields of each", async () => {
	const either = z.discriminatedUnion("answer", [
		z.object({ answer: z.literal("accept"), referent: z.string() }),
		z.object({ answer: z.literal("decline"), reasons: z.array(z.string()) }),
	]);

	const parsed = await parseForm(formOf("answer=accept&referent=m1"), either);

	expect(parsed).toEqual({ ok: true, data: { answer: "accept", referent: "m1" } });
});

test.each([
	["an unknown field", "step=a&seen=1&duty=administrator"],
	["a key of the prototype", "step=a&seen=1&__proto__=x"],
	["another key of the prototype", "step=a&seen=1&constructor=x"],
	["a name sent twice", "step=a&step=b&seen=1"],
	["a zero byte", "step=a%00&seen=1"],
])("what our page cannot have sent is refused: %s", async (_name, body) => {
	expect(await statusOf(parseForm(formOf(body), schema))).toBe(400);
});

test.each([
	["a key that was changed", "step=alert&seen=soon"],
	["no key at all", "step=alert"],
	["more boxes than there are", "step=&seen=4&reasons=a&reasons=b&reasons=c&reasons=d"],
])("what nobody worded, as no person can do it, is refused: %s", async (_name, body) => {
	expect(await statusOf(parseForm(formOf(body), schema))).toBe(400);
});

test("bytes that are not text are refused", async () => {
	expect(await statusOf(readForm(formOf(new Uint8Array([0x61, 0x3d, 0xff, 0xfe]))))).toBe(400);
});

test("a body that is too long is refused while it is read", async () => {
	expect(await statusOf(readForm(formOf(`step=${"a".repeat(maxBodyBytes)}`)))).toBe(413);
});

test.each(["application/json", "multipart/form-data; boundary=x", "text/plain", ""])(
	"a body of type “%s” is refused",
	async (type) => {
		expect(await statusOf(readForm(formOf("step=a", type)))).toBe(415);
	},
);

test("whatever the bytes, a form is read or refused, and never breaks", async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
			const outcome = await parseForm(formOf(bytes), schema).catch((thrown: unknown) => thrown);

			if (outcome instanceof Response) expect(outcome.status).toBe(400);
			else expect(outcome).toHaveProperty("ok");
		}),
		{ numRuns: 300 },
	);
});

function formOf(body: BodyInit, type = "application/x-www-form-urlencoded"): Request {
	const headers = { "content-type": type };
	return new Request("http://relais.test/", { method: "POST", body, headers });
}

async function statusOf(reading: Promise<unknown>): Promise<number | undefined> {
	const outcome = await reading.catch((thrown: unknown) => thrown);
	return outcome instanceof Response ? outcome.status : undefined;
}
