import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Language } from "#app/i18n/languages.ts";
import { type TextKey, textKey } from "#app/i18n/text-key.ts";
import { recordAudit } from "#db/audit.ts";
import { roleLabels } from "#db/coverage.ts";
import { inspectText } from "#db/public-texts/inspect-text.ts";
import {
	addStructure,
	isNameTaken,
	type KeptStructure,
	keptStructure,
	rewriteStructure,
	type StructureSheet,
} from "#db/structure-upkeep.ts";
import { say } from "#protocols/language/text.ts";
import { momentOf } from "./casework.server.ts";
import { type Member, requireMember } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import { requireMay } from "./policy.server.ts";
import type { Services } from "./services.server.ts";

/** A sheet as it was written, and whether its keeper says that a name in it is a place's. */
export type WrittenSheet = StructureSheet & { isPlace: boolean };

/** What came of writing it. */
export type Written =
	| { ok: true }
	| { ok: false; errors: Record<string, TextKey[]>; asksPlace: boolean };

/**
 * Writes the sheet of a structure, a new one or one that is there. Everybody of the territory will
 * read it: the guard refuses numbers and addresses, and asks about what looks like a person's name.
 *
 * @param structureId the structure to change; none to add one
 */
export function writeSheet(
	services: Services,
	{ memberId, structureId: own, territoryId, visit }: Member,
	{ isPlace, ...sheet }: WrittenSheet,
	{ structureId, language }: { structureId?: string; language: Language },
): Written {
	const moment = momentOf(services);
	const guarded = guardSheet(sheet, isPlace, language);
	if (!guarded.ok) return guarded;
	return services.db.transaction(
		(tx): Written => {
			if (isNameTaken(tx, { territoryId, name: sheet.name }, structureId)) {
				return refused("name", textKey("directory:sheet.nameTaken"));
			}
			const held = structureId && keptStructure(tx, territoryId, structureId)?.roles;
			const known = new Set([...roleLabels(services.db, territoryId).keys(), ...(held || [])]);
			const written = { ...sheet, roles: sheet.roles.filter((role) => known.has(role)) };
			if (structureId !== undefined) rewriteStructure(tx, structureId, written);
			const subject = structureId ?? addStructure(tx, territoryId, written, moment.random);
			const act = structureId === undefined ? "STRUCTURE_ADDED" : "STRUCTURE_CHANGED";
			recordAudit(tx, moment, { actor: memberId, structureId: own, visit, act, subject });
			return { ok: true };
		},
		{ behavior: "immediate" },
	);
}

/**
 * The roles that a structure may hold, by name: those of the vocabulary, those of what is
 * published, and those that it holds already.
 */
export function rolesToHold(
	{ db }: Services,
	{ territoryId }: Member,
	language: Language,
	held: readonly string[] = [],
) {
	const labels = roleLabels(db, territoryId);
	return [...new Set([...labels.keys(), ...held])]
		.map((value) => ({ value, label: say(labels.get(value) ?? { fr: value }, language) }))
		.sort((one, other) => one.label.localeCompare(other.label, language));
}

/**
 * A structure of the territory, for whoever keeps its directory.
 *
 * @throws Response 303 to sign-in; 404 for anybody else, and where there is no such structure
 */
export async function requireKept(
	args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<{ member: Member; structure: KeptStructure }> {
	const member = await requireMember(args);
	requireMay(member, "keep-directory");
	const { db } = args.context.services;
	const structureId = args.params.structureId ?? "";
	return { member, structure: keptStructure(db, member.territoryId, structureId) ?? notFound() };
}

function guardSheet({ name, zone }: StructureSheet, isPlace: boolean, language: Language): Written {
	const inName = inspectText(name, { language });
	if (inName.stops.length > 0) return refused("name", textKey("directory:sheet.nameStop"));
	const inZone = inspectText(zone ?? "", { language });
	if (inZone.stops.length + inZone.warnings.length > 0) {
		return refused("zone", textKey("directory:sheet.zoneStop"));
	}
	if (inName.warnings.length === 0 || isPlace) return { ok: true };
	return { ...refused("name", textKey("directory:sheet.nameWarning")), asksPlace: true };
}

function refused(field: string, message: TextKey): Written & { ok: false } {
	return { ok: false, errors: { [field]: [message] }, asksPlace: false };
}
