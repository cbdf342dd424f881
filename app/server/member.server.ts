import {
	type ActionFunctionArgs,
	type AppLoadContext,
	type LoaderFunctionArgs,
	redirect,
} from "@remix-run/node";
import { and, asc, eq } from "drizzle-orm";
import { sessions } from "#db/schema/accounts.ts";
import { type duties, members, structureRoles, structures } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { readActing } from "./acting.server.ts";
import type { Session } from "./auth.server.ts";
import { sessionLimits } from "./auth-options.server.ts";
import type { Services } from "./services.server.ts";

/** A person who is signed in, in the structure where they act now. */
export type Member = {
	userId: string;
	userName: string;
	memberId: string;
	memberLabel: string;
	structureId: string;
	structureName: string;
	territoryId: string;
	/** The territory is fictitious. */
	demonstration: boolean;
	reception: boolean;
	manager: boolean;
	duty: (typeof duties)[number];
	/** The roles of the protocol that the structure holds. */
	roles: string[];
	/** Where else they may act. */
	memberships: { memberId: string; structureId: string; structureName: string }[];
};

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

/** Noting that a browser was seen costs a write: once a minute is enough to count half an hour. */
const seenEveryMs = 60 * 1000;

const known = new WeakMap<AppLoadContext, Promise<Member | null>>();

/**
 * Who is asking.
 *
 * @throws Response 303 to the sign-in page when nobody is signed in
 */
export async function requireMember(args: Arguments): Promise<Member> {
	const member = await readMember(args);
	if (!member) throw redirect("/sign-in", 303);
	return member;
}

/** Who is asking; `null` when nobody is signed in. Read once a request, however many loaders ask. */
export function readMember({ request, context }: Arguments): Promise<Member | null> {
	const reading = known.get(context) ?? findMember(context.services, request.headers);
	known.set(context, reading);
	return reading;
}

async function findMember(services: Services, headers: Headers): Promise<Member | null> {
	const session = await services.auth.readSession(headers);
	if (!session || !isAlive(services, session)) return null;

	const rows = membershipsOf(services, session.userId);
	const wished = readActing(headers, services.environment);
	const acting = rows.find(({ memberId }) => memberId === wished) ?? rows[0];
	if (!acting) return null;

	return {
		userId: session.userId,
		userName: session.userName,
		...acting,
		roles: rolesOf(services, acting.structureId),
		memberships: rows.map(({ memberId, structureId, structureName }) => ({
			memberId,
			structureId,
			structureName,
		})),
	};
}

/** Ends a session that was left alone too long, and notes that a living one was seen. */
function isAlive({ db, clock }: Services, session: Session): boolean {
	const now = clock.now();
	const unseenMs = now - session.lastSeenAt;
	const own = eq(sessions.token, session.token);
	if (unseenMs >= sessionLimits.idleMs || now - session.startedAt >= sessionLimits.absoluteMs) {
		db.delete(sessions).where(own).run();
		return false;
	}
	if (unseenMs >= seenEveryMs) {
		db.update(sessions)
			.set({ updatedAt: new Date(now) })
			.where(own)
			.run();
	}
	return true;
}

/** Where a person may act today; a membership or a structure that was closed is not among them. */
function membershipsOf({ db }: Services, userId: string) {
	return db
		.select({
			memberId: members.id,
			memberLabel: members.label,
			structureId: structures.id,
			structureName: structures.name,
			territoryId: territories.id,
			demonstration: territories.demonstration,
			reception: members.reception,
			manager: members.manager,
			duty: members.duty,
		})
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.innerJoin(territories, eq(territories.id, structures.territoryId))
		.where(and(eq(members.userId, userId), eq(members.active, true), eq(structures.active, true)))
		.orderBy(asc(structures.name), asc(members.id))
		.all();
}

function rolesOf({ db }: Services, structureId: string): string[] {
	return db
		.select({ roleId: structureRoles.roleId })
		.from(structureRoles)
		.where(eq(structureRoles.structureId, structureId))
		.orderBy(asc(structureRoles.roleId))
		.all()
		.map(({ roleId }) => roleId);
}
