import {
	type ActionFunctionArgs,
	type AppLoadContext,
	type LoaderFunctionArgs,
	redirect,
} from "@remix-run/node";
import { and, asc, eq, sql } from "drizzle-orm";
import { paths } from "#app/paths.ts";
import { visitOf } from "#db/audit.ts";
import { preparedOnce } from "#db/prepared.ts";
import { type duties, members, structureRoles, structures } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { readActing } from "./acting.server.ts";
import type { Session } from "./auth.server.ts";
import { noteSeen } from "./dormant-accounts.server.ts";
import { factorsOf, hasSecondFactor } from "./factors.server.ts";
import { keepAlive } from "./live-sessions.server.ts";
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
	/** Stands for their session in the trail. */
	visit: string;
	/** Where else they may act. */
	memberships: { memberId: string; structureId: string; structureName: string }[];
};

/** How far a browser has come: to everything, or only to the page that asks for what is missing. */
export type Stage = "open" | "locked" | "second-factor" | "enrolment";

/** A browser that is signed in, at least halfway. */
export type Entry = { session: Session; stage: Stage; member: Member };

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

const known = new WeakMap<AppLoadContext, Promise<Entry | null>>();

/** The page of each stage but the last. */
const pageOf = {
	locked: paths.lock(),
	"second-factor": paths.secondFactor(),
	enrolment: paths.enrolment(),
};

/**
 * Who is asking.
 *
 * @throws Response 303 to the sign-in page when nobody is signed in; to the page of the lock or of
 *   the second factor when that is what is missing
 */
export async function requireMember(args: Arguments): Promise<Member> {
	const entry = await readEntry(args);
	if (entry?.stage === "open") return entry.member;
	throw redirect(entry ? pageOf[entry.stage] : paths.signIn(), 303);
}

/** Who is asking; `null` when nobody is signed in, all the way. */
export async function readMember(args: Arguments): Promise<Member | null> {
	const entry = await readEntry(args);
	return entry?.stage === "open" ? entry.member : null;
}

/**
 * The session of a browser that has come so far and no further.
 *
 * @throws Response 303 to where it belongs
 */
export async function requireStage(args: Arguments, ...stages: Stage[]): Promise<Entry> {
	const entry = await readEntry(args);
	if (entry && stages.includes(entry.stage)) return entry;
	if (!entry) throw redirect(paths.signIn(), 303);
	throw redirect(entry.stage === "open" ? paths.home() : pageOf[entry.stage], 303);
}

/** A browser that is signed in, at least halfway. Read once a request, however many loaders ask. */
export function readEntry({ request, context }: Arguments): Promise<Entry | null> {
	const reading = known.get(context) ?? findEntry(context.services, request.headers);
	known.set(context, reading);
	return reading;
}

/** Whether an account has a place where it may act today. */
export function hasPlace(services: Services, userId: string): boolean {
	return membershipsOf(services, userId).length > 0;
}

/** Whether everything that an account may act for is made up. */
export function isMadeUp(services: Services, userId: string): boolean {
	const rows = membershipsOf(services, userId);
	return rows.length > 0 && rows.every(({ demonstration }) => demonstration);
}

async function findEntry(services: Services, headers: Headers): Promise<Entry | null> {
	const session = await services.auth.readSession(headers);
	if (!session || !keepAlive(services, session)) return null;

	const rows = membershipsOf(services, session.userId);
	const wished = readActing(headers, services.environment);
	const acting = rows.find(({ memberId }) => memberId === wished) ?? rows[0];
	if (!acting) return null;

	const member = {
		userId: session.userId,
		userName: session.userName,
		visit: visitOf(session.token),
		...acting,
		roles: rolesOf(services, acting.structureId),
		memberships: rows.map(({ memberId, structureId, structureName }) => ({
			memberId,
			structureId,
			structureName,
		})),
	};
	const stage = stageOf(services, session);
	if (stage === "open") noteSeen(services, session.userId);
	return { session, stage, member };
}

function stageOf(services: Services, { userId, proof, lockedAt }: Session): Stage {
	if (proof === "first") {
		return hasSecondFactor(factorsOf(services, userId)) ? "second-factor" : "enrolment";
	}
	return lockedAt === undefined ? "open" : "locked";
}

/**
 * Where a person may act today; a membership or a structure that was closed is not among them, nor
 * anything made up where the demonstration is switched off.
 */
function membershipsOf({ db, environment }: Services, userId: string) {
	return statementsOf(db)
		.memberships.all({ userId })
		.filter(({ demonstration }) => environment.demonstration || !demonstration);
}

const statementsOf = preparedOnce((db) => ({
	memberships: db
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
		.where(
			and(
				eq(members.userId, sql.placeholder("userId")),
				eq(members.active, true),
				eq(structures.active, true),
			),
		)
		.orderBy(asc(structures.name), asc(members.id))
		.prepare(),
	roles: db
		.select({ roleId: structureRoles.roleId })
		.from(structureRoles)
		.where(eq(structureRoles.structureId, sql.placeholder("structureId")))
		.orderBy(asc(structureRoles.roleId))
		.prepare(),
}));

function rolesOf({ db }: Services, structureId: string): string[] {
	return statementsOf(db)
		.roles.all({ structureId })
		.map(({ roleId }) => roleId);
}
