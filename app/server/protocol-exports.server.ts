import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { type ExportFormat, formatNamed } from "#app/features/exchange/formats.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { recordAudit } from "#db/audit.ts";
import type { Db } from "#db/client.ts";
import { territories } from "#db/schema/territories.ts";
import { mermaidOf } from "#protocols/compiler/mermaid.ts";
import { bpmnOf } from "#protocols/exchange/bpmn/write.ts";
import { type FileOrigin, ownFile } from "#protocols/exchange/own-file.ts";
import { xstateFile } from "#protocols/exchange/xstate-file.ts";
import type { Language } from "#protocols/language/text.ts";
import { momentOf } from "./casework.server.ts";
import type { Member } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import type { ReadableProtocol } from "./readable-protocols.server.ts";

/** SHA-256 in hexadecimal, for files that carry their own hash. */
export function sha256(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}

type Writing = { readable: ReadableProtocol; origin: FileOrigin; language: Language };

type FileKind = { type: string; ending: string; write: (writing: Writing) => string };

const fileKinds: Record<ExportFormat, FileKind> = {
	json: {
		type: "application/json; charset=utf-8",
		ending: "relais.json",
		write: ({ readable, origin }) => ownFile(readable.compiled.protocol, origin, sha256),
	},
	xstate: {
		type: "application/json; charset=utf-8",
		ending: "xstate.json",
		write: ({ readable }) => xstateFile(readable.compiled),
	},
	mermaid: {
		type: "text/vnd.mermaid; charset=utf-8",
		ending: "mmd",
		write: ({ readable, language }) => mermaidOf(readable.compiled, language),
	},
	bpmn: {
		type: "application/xml; charset=utf-8",
		ending: "bpmn",
		write: ({ readable, language }) => bpmnOf(readable.compiled, language),
	},
};

/**
 * A protocol as a file, kept in the trail before it leaves. It holds nothing of a situation and
 * whoever gets it reads the same on the page: no fresh proof is asked for, unlike for what tells of
 * situations.
 *
 * @throws Response 404 when the address names no format of ours
 */
export function exportAnswer(
	{ params, request, context }: LoaderFunctionArgs,
	{ member, readable }: { member: Member; readable: ReadableProtocol },
): Response {
	const format = formatNamed(params.format);
	if (!format) notFound();
	const { services } = context;
	const { type, ending, write } = fileKinds[format];
	const origin = originOf(services.db, member.territoryId, readable);
	const body = write({ readable, origin, language: languageOf(request) });
	recordAudit(services.db, momentOf(services), {
		actor: member.memberId,
		structureId: member.structureId,
		act: "EXPORTED",
		subject: readable.status === "draft" ? readable.id : readable.hash,
	});
	return new Response(body, {
		headers: {
			"Content-Type": type,
			"Content-Disposition": `attachment; filename="protocole-${readable.hash.slice(0, 8)}.${ending}"`,
			"X-Content-Type-Options": "nosniff",
		},
	});
}

function originOf(db: Db, territoryId: string, { status, from }: ReadableProtocol): FileOrigin {
	const row = db
		.select({ name: territories.name })
		.from(territories)
		.where(eq(territories.id, territoryId))
		.get();
	return { territory: row?.name ?? territoryId, status, ...(from ? { from } : {}) };
}
