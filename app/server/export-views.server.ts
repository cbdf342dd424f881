import type { ExportView } from "#app/features/exchange/export-page.tsx";
import { sayWell } from "#protocols/compiler/wording.ts";
import { bpmnUnsaid } from "#protocols/exchange/bpmn/unsaid.ts";
import type { Language } from "#protocols/language/text.ts";
import type { ReadableProtocol } from "./readable-protocols.server.ts";

/** What the page of exports shows: a card for each role of the territory that has something to do. */
export function exportView({ compiled }: ReadableProtocol, language: Language): ExportView {
	const { protocol } = compiled;
	return {
		title: sayWell(protocol.title, language),
		unsaid: bpmnUnsaid(compiled, language),
		roles: protocol.roles
			.filter(({ external }) => !external)
			.map(({ id, label }) => ({ id, label: sayWell(label, language) })),
	};
}
