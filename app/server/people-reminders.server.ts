import { waitingFor } from "#db/consultation-answers.ts";
import { structuresWithout } from "#db/empty-chairs.ts";
import { glassAskedOf } from "#db/glass.ts";
import { isReviewDue } from "#db/member-reviews.ts";
import type { Member } from "./member.server.ts";
import { may } from "./policy.server.ts";
import type { Services } from "./services.server.ts";

/**
 * What wants to be looked at beside situations: about people, by a manager in their structure, by a
 * coordinator everywhere; a protocol that waits for the structure's answer, by everybody.
 */
export function peopleReminders({ db, clock }: Services, member: Member) {
	const { structureId, territoryId } = member;
	const keeps = may(member, "keep-directory");
	const manages = may(member, "manage-structure");
	return {
		glassAsked: manages ? glassAskedOf(db, structureId, clock.now()).length : 0,
		consultations: may(member, "read-consultation") ? waitingFor(db, member).length : 0,
		review: manages && isReviewDue(db, structureId, clock.now()),
		empties: keeps
			? structuresWithout(db, territoryId).map(({ structureId, name, phone, right }) => ({
					...{ structureId, name, phone, right },
				}))
			: [],
	};
}
