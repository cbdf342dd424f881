import type { Disagreement } from "#db/chain-check.ts";
import type { ChainedTable } from "#db/chained-tables.ts";
import type { Verification, Witness } from "#db/verify-chains.ts";

/** What a verification found, in words for whoever runs it. */
export function verificationReport(found: Verification, witness: Witness | undefined): string[] {
	return [
		...Object.values(found.chains).flatMap(({ table, head, brokenAt, forgotten }) => [
			brokenAt === undefined
				? `${names[table]}: ${head.count} entries, each follows the one before.`
				: `${names[table]}: ALTERED. Entry ${brokenAt} is the first that does not follow the one before.`,
			...(forgotten > 0 ? [`  The oldest ${forgotten} were forgotten as the rules ask.`] : []),
			`  Head: ${Buffer.from(head.link).toString("base64url")}`,
		]),
		...ownCheckpoints(found),
		...witnessLines(found, witness),
		found.whole ? "Nothing speaks against this store." : "THIS STORE IS NOT WHAT IT WAS.",
	];
}

const names: Record<ChainedTable["table"], string> = { journal: "Journal", audit: "Trail" };

function ownCheckpoints({ stored: { count, wrong } }: Verification): string[] {
	if (wrong.length === 0) return [`Its own ${count} checkpoint(s) agree.`];
	const instants = wrong.slice(0, 5).map((at) => new Date(at).toISOString());
	return [`${wrong.length} of its own ${count} checkpoint(s) do NOT agree: ${instants.join(", ")}`];
}

function witnessLines(found: Verification, witness: Witness | undefined): string[] {
	if (!witness) return blindSpots;
	const { witnessed, disagreements, signed } = found;
	if (!witnessed) {
		return [
			"This store has no checkpoint of that short form: it was removed, or what it stood for was changed, or it is that of another store.",
		];
	}
	const { at, journal, audit } = witnessed;
	return [
		`Compared with the checkpoint of ${new Date(at).toISOString()}: journal ${journal.count}, trail ${audit.count}.`,
		...disagreements.map(inWords),
		...(disagreements.length === 0 ? ["  It agrees."] : []),
		...signatureLines(signed, witness),
	];
}

function signatureLines(signed: boolean | undefined, witness: Witness): string[] {
	if (signed === true) return ["  Its signature is that of the given key."];
	if (signed === false) return ["  Its signature is NOT that of the given key."];
	if ("short" in witness) return [];
	return [
		"  Its signature was not checked: give --public-key, unless it was always in your hands.",
	];
}

function inWords({ table, kind, count }: Disagreement): string {
	const name = names[table];
	if (kind === "shorter") return `  ${name}: entries are missing after ${count}.`;
	if (kind === "forgotten") {
		return `  ${name}: its oldest ${count} entries are gone before they were a year old.`;
	}
	return `  ${name}: up to entry ${count}, others stand there than were witnessed.`;
}

const blindSpots = [
	"Without a checkpoint that was held outside, two things cannot be seen: a history rewritten with all its links,",
	"and entries cut off at the end, by somebody who also removed the store's own checkpoints.",
];
