import { hashPassword } from "better-auth/crypto";
import { recordAudit } from "#db/audit.ts";
import { setPassword } from "#db/credentials.ts";
import { momentOf } from "./casework.server.ts";
import { endSessionsOf } from "./live-sessions.server.ts";
import type { Entry } from "./member.server.ts";
import type { Services } from "./services.server.ts";

/** Changes one's own password, known to be asked by its owner; every other session of theirs ends. */
export async function changePassword(
	services: Services,
	{ session, member }: Entry,
	password: string,
): Promise<void> {
	const { userId, token } = session;
	const { memberId: actor, structureId, visit } = member;
	const hash = await hashPassword(password);
	const moment = momentOf(services);
	services.db.transaction(
		(tx) => {
			setPassword(tx, userId, hash, moment.now);
			endSessionsOf(services, userId, "factors-changed", token);
			recordAudit(tx, moment, { actor, structureId, visit, act: "PASSWORD_CHANGED" });
		},
		{ behavior: "immediate" },
	);
}
