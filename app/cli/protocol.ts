import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import { isLanguage, type Language, languages } from "#app/i18n/languages.ts";
import type { Finding } from "#protocols/checker/finding.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import { mermaidOf } from "#protocols/compiler/mermaid.ts";
import { outlineText } from "#protocols/compiler/outline-text.ts";
import type { FileIssue } from "#protocols/exchange/file-issue.ts";
import { readFile } from "#protocols/exchange/read-file.ts";
import { canonicalJson } from "#protocols/language/canonical.ts";
import { spellPath } from "#protocols/language/issue.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { checkInTerritory, findProtocol, listProtocols } from "./protocol-sources.ts";

/** `relais protocol …`: what the catalogue and the territories hold, to list, export, check and draw. */
export function addProtocolCommands(program: Command): void {
	const protocol = program
		.command("protocol")
		.description("Lists, exports, checks and draws protocols.");
	addList(protocol);
	addExport(protocol);
	addCheck(protocol);
	addDiagram(protocol);
}

function addList(protocol: Command): void {
	protocol
		.command("list")
		.description("Lists the models of the catalogue, and what territories have published.")
		.option("--json", "print as JSON")
		.action((options: { json?: boolean }, command: Command) => {
			const rows = listProtocols();
			if (options.json) return print(command, JSON.stringify(rows, null, "\t"));
			for (const { id, from, steps, hash, title } of rows) {
				const version = hash ? hash.slice(0, 8) : "-".repeat(8);
				print(
					command,
					[from.padEnd(24), id.padEnd(24), version, `${steps}`.padStart(3), title].join("  "),
				);
			}
		});
}

function addExport(protocol: Command): void {
	protocol
		.command("export")
		.argument("<id>", "a model of the catalogue, or a published protocol")
		.description("Prints a protocol as canonical JSON: its SHA-256 is the identity of the version.")
		.action((id: string, _options: unknown, command: Command) => {
			// No line end: the SHA-256 of what is printed is the identity itself.
			write(command, canonicalJson(readable(command, found(command, id))));
		});
}

function addCheck(protocol: Command): void {
	protocol
		.command("check")
		.argument("<file>", "a protocol: one of our files, a document alone, or the JSON of a machine")
		.description(
			"Reads a file as the studio does and checks it. Exit code 1: it does not read, or has an error; 2: no such file, or no such territory.",
		)
		.option("--territory <id>", "check with the structures of a territory's directory")
		.option("--language <language>", "fr or en", toLanguage, "fr")
		.option("--json", "print the findings as JSON")
		.action((file: string, options: Wish, command: Command) => {
			const read = readFile(sourceIn(command, file), sha256);
			if (!read.ok) return refuse(command, read.issues, options);
			const findings = checkInTerritory(read.protocol, options.territory);
			if (findings) return tellFindings(command, findings, options);
			command.error(`There is no territory “${options.territory}”.`, { exitCode: 2 });
		});
}

function refuse(command: Command, issues: readonly FileIssue[], { json, language }: Wish): void {
	if (json) print(command, JSON.stringify(issues, null, "\t"));
	else for (const line of findingLines(issues, language)) print(command, line);
	command.error(sentences[language].found(issues.length), { exitCode: 1 });
}

/** A document that reads may still let people down: an error of the checker forbids publication. */
function tellFindings(command: Command, findings: Finding[], { json, language }: Wish): void {
	const said = sentences[language];
	if (json) print(command, JSON.stringify(findings, null, "\t"));
	else {
		print(command, said.fine);
		for (const { severity, sentence, advice, code, path } of findings) {
			const place = spellPath(path) || ".";
			print(command, `${said[severity]}  ${place}  ${sentence[language]} [${code}]`);
			print(command, `    ${advice[language]}`);
		}
	}
	const errors = findings.filter(({ severity }) => severity === "error").length;
	if (errors > 0) command.error(said.errors(errors), { exitCode: 1 });
}

type Wish = { language: Language; json?: boolean; territory?: string };

const sentences = {
	fr: {
		fine: "Ce document se lit comme un protocole.",
		found: (count: number) => (count === 1 ? "1 point à corriger." : `${count} points à corriger.`),
		error: "erreur",
		warning: "avertissement",
		errors: (count: number) => (count === 1 ? "1 erreur." : `${count} erreurs.`),
	},
	en: {
		fine: "This document reads as a protocol.",
		found: (count: number) => (count === 1 ? "1 finding." : `${count} findings.`),
		error: "error",
		warning: "warning",
		errors: (count: number) => (count === 1 ? "1 error." : `${count} errors.`),
	},
};

function findingLines(issues: readonly FileIssue[], language: Language): string[] {
	return issues.map(({ at, path, code, sentence }) => {
		return `${at.line}:${at.column}  ${path || "."}  ${sentence[language]} [${code}]`;
	});
}

const formats = ["mermaid", "outline", "xstate"] as const;
type Format = (typeof formats)[number];

function addDiagram(protocol: Command): void {
	protocol
		.command("diagram")
		.argument("<id-or-file>", "a model, a published protocol, or a document (JSON)")
		.description(
			"Prints the compiled machine: as a Mermaid diagram, an outline, or for XState tools.",
		)
		.option("--format <format>", formats.join(", "), toFormat, "outline")
		.option("--language <language>", "fr or en", toLanguage, "fr")
		.action((name: string, { format, language }: Wish & { format: Format }, command: Command) => {
			const document = name.endsWith(".json") ? documentIn(command, name) : found(command, name);
			const compiled = compileProtocol(readable(command, document));
			print(command, drawn[format](compiled, language).trimEnd());
		});
}

const drawn: Record<Format, (compiled: CompiledProtocol, language: Language) => string> = {
	mermaid: mermaidOf,
	outline: outlineText,
	xstate: ({ config }) => JSON.stringify(config, null, "\t"),
};

function print(command: Command, line: string): void {
	write(command, `${line}\n`);
}

function write(command: Command, text: string): void {
	command.configureOutput().writeOut?.(text);
}

function found(command: Command, id: string): unknown {
	const document = findProtocol(id);
	if (document === undefined) {
		return command.error(`There is no protocol “${id}”; “relais protocol list” shows them.`, {
			exitCode: 2,
		});
	}
	return document;
}

function sourceIn(command: Command, file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return command.error(`${file} cannot be read: ${reason}`, { exitCode: 2 });
	}
}

function sha256(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}

function documentIn(command: Command, file: string): unknown {
	const read = readFile(sourceIn(command, file), sha256);
	return read.ok ? read.protocol : undefined;
}

function readable(command: Command, document: unknown) {
	const read = readProtocol(document);
	if (read.ok) return read.protocol;
	return command.error("This document is not a protocol; “relais protocol check” says why.", {
		exitCode: 1,
	});
}

function toLanguage(word: string): Language {
	if (isLanguage(word)) return word;
	throw new InvalidArgumentError(`One of: ${languages.join(", ")}.`);
}

function toFormat(word: string): Format {
	const format = formats.find((known) => known === word);
	if (format) return format;
	throw new InvalidArgumentError(`One of: ${formats.join(", ")}.`);
}
