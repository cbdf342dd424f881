import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { withoutNulls } from "./without-nulls.server.ts";

test("a page keeps every letter, and loses only what React left between them", async () => {
	const body = withoutNulls();
	body.write(Buffer.from("à cette \0"));
	body.write(Buffer.from("étape\0\0"));
	body.end("œuvre");

	expect(await text(body)).toBe("à cette étapeœuvre");
});
