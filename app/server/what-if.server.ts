import { setImmediate } from "node:timers/promises";
import { type Asked, type WhatIf, whatIf } from "#db/what-if.ts";
import { momentOf } from "./casework.server.ts";
import type { Services } from "./services.server.ts";

/** So many situations are read again in one request. */
export const readAtOnce = 100;

/**
 * What a draft would have changed for a page of past situations. Others are served between two of
 * them.
 *
 * @throws SqliteError when it cannot be kept in the trail: nothing is read then
 */
export async function askWhatIf(services: Services, asked: WhatIf, page: number): Promise<Asked> {
	const cut = { limit: readAtOnce, offset: (page - 1) * readAtOnce };
	const reading = whatIf(services.db, asked, momentOf(services), cut);
	for (;;) {
		const { done, value } = reading.next();
		if (done) return value;
		await setImmediate();
	}
}
