import type { Language } from "#app/i18n/languages.ts";
import type { Db } from "#db/client.ts";
import { waitingFor } from "#db/consultation-answers.ts";
import { structuresWithout } from "#db/empty-chairs.ts";
import { glassAskedOf } from "#db/glass.ts";
import { isReviewDue } from "#db/member-reviews.ts";
import { compiledVersion } from "#db/protocol-versions.ts";
import { standingsOf } from "#db/settled-consultations.ts";
import { say } from "#protocols/language/text.ts";
import type { Member } from "./member.server.ts";
import { may } from "./policy.server.ts";
import type { Services } from "./services.server.ts";

/**
 * What wants to be looked at beside situations: about people, by a manager in their structure, by a
 * coordinator everywhere; a protocol that waits for the structure's answer, by everybody; one that
 * everybody has answered about, by the coordinator.
 */
export function peopleReminders({ db, clock }: Services, member: Member, language: Language) {
	const { structureId, territoryId } = member;
	const keeps = may(member, "keep-directory");
	const manages = may(member, "manage-structure");
	return {
		glassAsked: manages ? glassAskedOf(db, structureId, clock.now()).length : 0,
		consultations: may(member, "read-consultation") ? waitingFor(db, member).length : 0,
		settled: may(member, "publish-protocol") ? settledIn(db, territoryId, language) : [],
		review: manages && isReviewDue(db, structureId, clock.now()),
		empties: keeps
			? structuresWithout(db, territoryId).map(({ structureId, name, phone, right }) => ({
					...{ structureId, name, phone, right },
				}))
			: [],
	};
}

function settledIn(db: Db, territoryId: string, language: Language) {
	return standingsOf(db, territoryId)
		.filter(({ settled }) => settled)
		.map(({ draftId, versionHash, agreed }) => {
			const { title } = compiledVersion(db, territoryId, versionHash).protocol;
			return { draftId, agreed, title: say(title, language) };
		});
}
