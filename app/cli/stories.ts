import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { tellScenarios } from "#protocols/catalogue/tell-scenario.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { type Language, languages } from "#protocols/language/text.ts";

/** `relais stories`: writes the stories of the catalogue as pages of documentation. */
export function addStories(program: Command): void {
	program
		.command("stories")
		.description("Writes the stories of the reference protocols as pages, in both languages.")
		.option("--into <folder>", "where the pages go", "docs/stories")
		.action(({ into }: { into: string }) => {
			mkdirSync(into, { recursive: true });
			for (const { name, text } of storyPages()) writeFileSync(join(into, name), text);
		});
}

/** Every page of stories: its file name and its text. */
export function storyPages(): { name: string; text: string }[] {
	return catalogue.flatMap(({ id, document, scenarios }) =>
		languages.map((language) => ({
			name: `${id}.${language}.md`,
			text: pageOf(document, scenarios, language),
		})),
	);
}

function pageOf(
	document: unknown,
	scenarios: Parameters<typeof tellScenarios>[1],
	language: Language,
): string {
	const read = readProtocol(document);
	if (!read.ok) throw new Error("A model of the catalogue cannot be read: run its tests.");
	return tellScenarios(read.protocol, scenarios, language);
}
