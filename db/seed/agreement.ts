import type { EditCommand } from "#protocols/editing/commands.ts";
import type { Db } from "../client.ts";
import { answerConsultation, countersign } from "../consultation-answers.ts";
import { addComment } from "../consultation-comments.ts";
import { openConsultation } from "../consultations.ts";
import { editDraft } from "../draft-edits.ts";
import { createDraft } from "../drafts.ts";
import { compiledVersion } from "../protocol-versions.ts";
import type { Random } from "../pseudonyms/code.ts";
import { changeSignatureRule } from "../signature-rule.ts";
import { repeatableChance } from "./chance.ts";

const dayMs = 86_400_000;

/** Where the next version of a protocol is being agreed, and what it grows from. */
type Territory = { territoryId: string; versionHash: string; now: number };

const author = { memberId: "coordinatrice-a", structureId: "coordination" };
const crip = { memberId: "responsable-crip-a", structureId: "crip-aubepine" };

/** Three delays that a year of practice has shown to be too short, or too long. */
const edits: EditCommand[] = [
	{
		...{ type: "set-step", step: "qualify" },
		delay: { n: 3, unit: "working-days", basis: "proposal" },
	},
	{
		...{ type: "set-step", step: "first-bond" },
		delay: { n: 3, unit: "working-days", basis: "proposal" },
	},
	{
		...{ type: "set-step", step: "offer-care" },
		handoff: { delays: { acknowledge: { n: 2, unit: "working-days" } } },
	},
];

/**
 * Puts the next version of a protocol into consultation: two structures must sign, the CRIP has
 * answered and signed, the ASE is waited for.
 */
export function seedAgreement(db: Db, { territoryId, versionHash, now }: Territory): void {
	const random: Random = repeatableChance("agreement");
	const at = (daysAgo: number) => ({ now: now - daysAgo * dayMs, random });
	const { protocol } = compiledVersion(db, territoryId, versionHash);
	const draftId = createDraft(db, at(12), author, {
		...{ territoryId, protocol },
		origin: { kind: "version", hash: versionHash },
	});
	for (const [seen, command] of edits.entries()) {
		const wish = { territoryId, draftId, command, seen, by: author.memberId, at: at(11).now };
		if (!editDraft(db, wish).ok) throw new Error(`The demonstration cannot ${command.type}.`);
	}
	changeSignatureRule(db, at(10), {
		...{ territoryId, actor: author.memberId, structureId: author.structureId },
		rule: {
			...{ scope: "chosen", roles: ["crip", "ase"], structures: [] },
			...{ least: null, reservationBlocks: false },
		},
	});
	const asked = { territoryId, draftId, seen: edits.length };
	const opened = openConsultation(db, at(6), author, asked);
	if (!opened.ok) throw new Error(`The demonstration cannot consult: ${opened.refusal}.`);
	answerAsCrip(db, { territoryId, consultationId: opened.id }, { answered: at(4), signed: at(3) });
}

type Instants = Record<"answered" | "signed", { now: number; random: Random }>;

function answerAsCrip(
	db: Db,
	{ territoryId, consultationId }: { territoryId: string; consultationId: string },
	{ answered, signed }: Instants,
): void {
	const saying = { answer: "agree", objection: null } as const;
	answerConsultation(db, answered, crip, { consultationId, saying });
	countersign(db, signed, crip, { consultationId, read: answered.now });
	const said = addComment(db, signed, crip, {
		...{ territoryId, consultationId },
		text: "Trois jours ouvrés pour qualifier : c'est le temps qu'il faut à la cellule pour joindre l'école.",
	});
	if (said.state !== "shown") throw new Error("The guard refuses the comment.");
}
