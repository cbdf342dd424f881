import type { Finding } from "#protocols/checker/finding.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { type LineGeometry, layoutLine } from "#protocols/compiler/layout.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import { hasPart, type PartRef, readPart } from "#protocols/editing/part-ref.ts";
import type { Language } from "#protocols/language/text.ts";
import { type FindingsView, presentFindings } from "./present-findings.ts";
import { type OutlineView, presentOutline } from "./present-outline.ts";
import { type PartView, presentPart } from "./present-part.ts";
import { readingOfDraft } from "./reading-draft.ts";

/** The draft and who looks at it. */
export type Shown = {
	draftId: string;
	compiled: CompiledProtocol;
	revision: number;
	found: readonly Finding[];
	language: Language;
	/** What the address asks to open, as it was spelled. */
	asked: string | null;
	wide: boolean;
	status: EditorView["status"];
};

/** Everything that the editor's page shows. */
export type EditorView = {
	draftId: string;
	title: string;
	revision: number;
	english: boolean;
	wide: boolean;
	status: {
		savedAt: number;
		savedToday: boolean;
		timeZone: string;
		canUndo: boolean;
		canRedo: boolean;
		others: string[];
	};
	outline: OutlineView;
	part: PartView;
	findings: FindingsView;
	geometry: LineGeometry;
};

/** Shows a draft with one of its parts open; the protocol itself where the address names none that is there. */
export function presentEditor(shown: Shown): EditorView {
	const { draftId, compiled, revision, found, language, asked, wide, status } = shown;
	const { protocol } = compiled;
	const reading = readingOfDraft(compiled, language);
	const open = openPart(shown);
	const part = presentPart(reading, open) ?? presentPart(reading, { kind: "protocol" });
	if (!part) throw new Error(`A protocol always shows itself, not “${asked}”.`);
	return {
		...{ draftId, revision, wide, status, part },
		title: sayWell(protocol.title, language),
		english: protocol.languages.includes("en"),
		outline: presentOutline(reading),
		findings: presentFindings(reading, found, part.part),
		geometry: wide
			? layoutLine(reading.drawing, { maxWidth: 1150 })
			: layoutLine(reading.drawing, { orientation: "vertical", maxWidth: 420 }),
	};
}

/** The part that an address asks for, where the draft has it. */
export function openPart({ compiled, asked }: Pick<Shown, "compiled" | "asked">): PartRef {
	const part = asked === null ? undefined : readPart(asked);
	return part && hasPart(compiled.protocol, part) ? part : { kind: "protocol" };
}
