/** The files that a protocol can be taken away as, by the word in their address. */
export const exportFormats = ["json", "xstate", "mermaid", "bpmn"] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** The format that an address names; undefined for any other word. */
export function formatNamed(word: string | undefined): ExportFormat | undefined {
	return exportFormats.find((format) => format === word);
}
