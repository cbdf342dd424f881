import { expect } from "vitest";
import { insertAccount } from "#db/accounts.ts";
import type { Db } from "#db/client.ts";
import { members, structures } from "#db/schema/structures.ts";
import { monday } from "#db/small-territory.ts";
import type { Answered, WholeApp } from "./whole-app.for-tests.ts";

/** Enters the demonstration as somebody. @returns their cookies */
export async function enterAs(app: WholeApp, memberId: string): Promise<string> {
	const entered = await app.ask({ method: "POST", path: `/demonstration/${memberId}`, form: {} });
	expect(entered.status).toBe(303);
	return (entered.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
}

/** Whether the words are on a page; the page itself would drown what a test has to say. */
export function says({ body }: Answered, words: string): boolean {
	const plain = body.replaceAll(/[\u00a0\u202f]|&nbsp;/g, " ").replaceAll("&#x27;", "'");
	return plain.includes(words);
}

/** A coordinator, whom the small territory has not. */
export function settleCoordinator(db: Db): void {
	const id = "coordination";
	db.insert(structures).values({ id, territoryId: "small", name: "Coordination", kind: id }).run();
	const account = { id: "coordination-user", email: "c@exemple.invalid", name: "C", at: monday };
	insertAccount(db, account);
	db.insert(members)
		.values({
			id: "coordination-member",
			userId: "coordination-user",
			structureId: id,
			label: "Coordinatrice",
			duty: "coordinator",
		})
		.run();
}
