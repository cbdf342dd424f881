import type { Db, Tx } from "./client.ts";
import { answersOf, type StructureAnswer, signaturesOf } from "./consultation-answers.ts";
import { consultationsOf } from "./consultations.ts";

/** Where the answers to an open consultation stand. */
export type Standing = {
	draftId: string;
	versionHash: string;
	/** How many structures have answered, of how many that were asked and are still there. */
	answered: number;
	asked: number;
	/** The signatures that the rule asks for are there. */
	agreed: boolean;
	/** Nobody is waited for any more: it is published, or talked over. */
	settled: boolean;
};

/** Where each consultation of a territory stands that takes answers now. */
export function standingsOf(db: Db | Tx, territoryId: string): Standing[] {
	return consultationsOf(db, territoryId)
		.filter(({ state }) => state === "open")
		.map((consultation) => {
			const { id, draftId, versionHash } = consultation;
			const asked = answersOf(db, id).filter(({ active }) => active);
			const agreed = signaturesOf(consultation, asked).holds;
			return {
				...{ draftId, versionHash, asked: asked.length, agreed },
				answered: asked.filter(({ answer }) => answer !== null).length,
				settled: agreed || !asked.some(isWaitedFor),
			};
		});
}

function isWaitedFor({ answer, mustSign, signedAt }: StructureAnswer): boolean {
	return answer === null || (mustSign && signedAt === null);
}
