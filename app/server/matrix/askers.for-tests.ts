import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { sessions } from "#db/schema/accounts.ts";
import { members, structures } from "#db/schema/structures.ts";
import type { Asker } from "../policy/decide.ts";
import type { Services } from "../services.server.ts";
import type { Answered, WholeApp } from "../whole-app.for-tests.ts";

/** Somebody who asks: what the policy knows of them, and what their browser sends. */
export type KnownAsker = {
	/** Names them in a report. */
	name: string;
	asker: Asker;
	/** Nothing for those who have no place in any structure. */
	memberId?: string;
	structureId: string;
	territoryId: string;
	cookie: string;
};

type Member = typeof members.$inferSelect & { territoryId: string };

/** One account of each kind: duty, reception, management, territory; several where relations differ. */
export function kindsOfAccounts(db: Db): Member[] {
	const rows = db
		.select()
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.orderBy(members.id)
		.all()
		.map((row) => ({ ...row.members, territoryId: row.structures.territoryId }));
	const kinds = new Map<string, Member>();
	for (const row of rows) {
		const kind = [row.territoryId, row.duty, row.reception, row.manager].join(" ");
		if (!kinds.has(kind)) kinds.set(kind, row);
	}
	return [...kinds.values()];
}

/** Signs an account of the fictitious territories in. */
export async function signedIn(app: WholeApp, member: Member): Promise<KnownAsker> {
	const { duty, reception, manager, id, structureId, territoryId } = member;
	const entered = await app.ask({ method: "POST", path: `/demonstration/${id}`, form: {} });
	if (entered.status !== 303) throw new Error(`${id} could not enter: ${entered.status}.`);
	return {
		name: [duty, reception && "reception", manager && "manager", `of ${structureId}`]
			.filter(Boolean)
			.join(" "),
		asker: { duty, reception, manager },
		memberId: id,
		structureId,
		territoryId,
		cookie: cookiesOf(entered),
	};
}

/** Whoever is not, or not any more, or not yet all the way, signed in. */
export async function outsiders(
	app: WholeApp,
	services: Services,
	member: Member,
): Promise<KnownAsker[]> {
	const { db } = services;
	const as = async (name: string, asker: Asker, change: (token: string) => void) => {
		const known = await signedIn(app, member);
		const token = tokenOf(known.cookie);
		change(token);
		return { ...known, name, asker };
	};
	const set = (values: Partial<typeof sessions.$inferInsert>) => (token: string) => {
		db.update(sessions).set(values).where(eq(sessions.token, token)).run();
	};
	const long = new Date(services.clock.now() - 24 * 3_600_000);
	const { structureId, territoryId } = member;
	return [
		{ name: "nobody", asker: "nobody", structureId, territoryId, cookie: "" },
		{
			...{ name: "a forged session", asker: "nobody", structureId, territoryId },
			cookie: "relais_session=forged.forged",
		},
		await as("a revoked session", "nobody", (token) => {
			db.delete(sessions).where(eq(sessions.token, token)).run();
		}),
		await as("a session left alone", "nobody", set({ updatedAt: long })),
		await as("a session that lasted too long", "nobody", set({ createdAt: long })),
		await as("a locked session", "locked", set({ lockedAt: new Date(services.clock.now()) })),
		await as("a session with one factor", "halfway", set({ proof: "first" })),
	];
}

/** The token inside the cookie, without its signature. */
function tokenOf(cookie: string): string {
	const value = /relais_session=([^;]+)/.exec(cookie)?.[1] ?? "";
	return decodeURIComponent(value).split(".")[0] ?? "";
}

function cookiesOf({ headers }: Answered): string {
	return (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
}
