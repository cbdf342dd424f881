import { setImmediate } from "node:timers/promises";
import type { Naming } from "#app/features/texts/present-findings.ts";
import type { Language } from "#app/i18n/languages.ts";
import type { Db } from "#db/client.ts";
import { consultationOf, versionsOf } from "#db/consultations.ts";
import { publishedProtocol } from "#db/protocol-versions.ts";
import { keptStructures } from "#db/structure-upkeep.ts";
import { findingsIn, keepFindings, shownTexts, type TextFinding } from "#db/text-scan.ts";
import { say } from "#protocols/language/text.ts";
import type { Services } from "./services.server.ts";
import { noteStuckWork, noteWorkDone } from "./stuck-work.server.ts";

/** Requests come first: the texts are read once the server has been up for so long. */
const afterMs = 5_000;

/** Texts between two looks at what requests wait for: a few milliseconds. */
const batch = 10;

/** Reads every public text again at each start: a newer guard may see what an older one let pass. */
export function publicTextsWorker(services: Services): { start(): void; stop(): void } {
	let timer: NodeJS.Timeout | undefined;

	async function attempt(): Promise<void> {
		try {
			await readPublicTexts(services, () => timer !== undefined);
			noteWorkDone(services, "public-texts");
		} catch (error) {
			noteStuckWork(services, "public-texts", error);
		}
	}

	return {
		start() {
			timer = setTimeout(attempt, afterMs);
			timer.unref();
		},
		stop() {
			clearTimeout(timer);
			timer = undefined;
		},
	};
}

/**
 * Looks at every text that is shown, keeps where something may point at somebody, and says in the
 * log how many places there are. It blocks and hides nothing: the coordinator reads them again.
 *
 * @param goesOn asked between two batches: once stopped, the store may be closed
 * @throws SqliteError when the store is at fault
 */
export async function readPublicTexts(
	{ db, clock, log }: Services,
	goesOn: () => boolean = () => true,
): Promise<void> {
	const texts = shownTexts(db);
	const found: TextFinding[] = [];
	for (const [at, text] of texts.entries()) {
		if (at % batch === 0) await setImmediate();
		if (!goesOn()) return;
		found.push(...findingsIn(db, text));
	}
	keepFindings(db, found, clock.now());
	const names = found.filter(({ kind }) => kind === "name").length;
	const event = {
		event: "public-texts-read" as const,
		texts: texts.length,
		names,
		stops: found.length - names,
	};
	if (found.length > 0) log.warn(event);
	else log.info(event);
}

/** How the protocols and structures of a territory are called. */
export function namingOf(db: Db, territoryId: string, language: Language): Naming {
	const structures = new Map(keptStructures(db, territoryId).map(({ id, name }) => [id, name]));
	const protocolOf = (protocolId: string) => publishedProtocol(db, territoryId, protocolId);
	return {
		structureName: (structureId) => structures.get(structureId),
		protocolTitle(protocolId) {
			const known = protocolOf(protocolId);
			return known && say(known.protocol.title, language);
		},
		consultationTitle(id) {
			const asked = consultationOf(db, territoryId, id);
			return asked && say(versionsOf(db, asked).version.protocol.title, language);
		},
		stepTitle(protocolId, stepId) {
			const step = protocolOf(protocolId)?.places.steps.get(stepId)?.step;
			return step && say(step.title, language);
		},
	};
}
