import type { Language } from "#protocols/language/text.ts";
import type { CompiledProtocol } from "./compile.ts";
import { type Destination, drawingOf, type Fork, type Line, type Station } from "./drawing.ts";
import { type Names, shortNames } from "./layout-strip.ts";
import { outlineOf } from "./outline.ts";
import { stepsOf } from "./outline-walk.ts";
import { wordsOf } from "./wording.ts";

/** An arrow of the diagram, lifted to where both its ends lie side by side. */
type Arrow = { from: string; to: string; label: string };

type Writing = {
	/** By step, group or line: what it lies in, from the outside inwards, itself last. */
	paths: ReadonlyMap<string, string[]>;
	/** By what they lie in: the arrows to draw there. */
	arrows: Map<string, Arrow[]>;
};

/**
 * A protocol as a Mermaid state diagram (`stateDiagram-v2`).
 *
 * Mermaid draws no arrow between the insides of two composite states: such a move is drawn between
 * the two composites, and its label names the two steps.
 */
export function mermaidOf(compiled: CompiledProtocol, language: Language): string {
	const drawing = drawingOf(compiled, language);
	const labels = new Map<string, string>();
	const outline = outlineOf(compiled, language);
	for (const step of stepsOf([...outline.phases, ...outline.interruptions])) {
		for (const { code, label } of step.outcomes) labels.set(`${step.id}.${code}`, label);
	}
	const lines = [...drawing.phases, ...drawing.interruptions];
	const writing: Writing = { paths: pathsOf(lines), arrows: new Map() };
	const names = shortNames(drawing);
	for (const line of lines)
		collect(writing, line, { labels, names, done: wordsOf(language).groupDone });

	return [
		"stateDiagram-v2",
		"  direction LR",
		`  state "${escapeText(drawing.title)}" as course {`,
		`    [*] --> ${name(drawing.phases[0]?.id ?? "")}`,
		...drawing.phases.flatMap((line) => composite(writing, line, "    ")),
		...arrowLines(writing, "course", "    "),
		"  }",
		...drawing.interruptions.flatMap((line) => composite(writing, line, "  ")),
		"",
	].join("\n");
}

/** A name that Mermaid takes for one word, whatever its own words are. */
export function name(id: string): string {
	return `s_${id.replaceAll(/[^a-z0-9]/g, "_")}`;
}

/** Letters that would end a label or begin something else become character entities. */
export function escapeText(text: string): string {
	return text
		.replaceAll(/[#;:"<>{}[\]%\\`]/g, (letter) => `#${letter.codePointAt(0)};`)
		.replaceAll(/\s+/g, " ");
}

function pathsOf(lines: Line[]): ReadonlyMap<string, string[]> {
	const paths = new Map<string, string[]>();
	const visit = (line: Line, around: string[]) => {
		const path = [...around, line.id];
		paths.set(line.id, path);
		for (const item of line.items) {
			paths.set(item.id, [...path, item.id]);
			if (item.type === "fork") for (const track of item.tracks) visit(track, [...path, item.id]);
		}
	};
	for (const line of lines) visit(line, line.kind === "phase" ? ["course"] : []);
	return paths;
}

type Saying = {
	labels: ReadonlyMap<string, string>;
	names: Names;
	done: string;
};

function collect(writing: Writing, line: Line, saying: Saying): void {
	for (const item of line.items) {
		if (item.type === "station") collectMoves(writing, line, item, saying);
		else collectGroup(writing, line, item, saying);
	}
}

function collectGroup(writing: Writing, line: Line, fork: Fork, saying: Saying): void {
	add(writing, { line, from: fork.id, to: fork.to, label: saying.done, names: saying.names });
	for (const track of fork.tracks) collect(writing, track, saying);
}

function collectMoves(writing: Writing, line: Line, station: Station, saying: Saying): void {
	for (const { code, to } of station.moves) {
		const label = saying.labels.get(`${station.id}.${code}`) ?? code;
		add(writing, { line, from: station.id, to, label, names: saying.names });
	}
}

type Wish = { line: Line; from: string; to: Destination; label: string; names: Names };

function add({ paths, arrows }: Writing, { line, from, to, label, names }: Wish): void {
	const put = (inside: string, arrow: Arrow) => {
		arrows.set(inside, [...(arrows.get(inside) ?? []), arrow]);
	};
	const target = to.at === "step" || to.at === "group" ? paths.get(to.id) : undefined;
	if (!target) {
		const words = to.leads ? `${label} → ${names.get(to.leads)}` : label;
		put(line.id, { from: name(from), to: "[*]", label: words });
		return;
	}
	const source = paths.get(from) ?? [];
	const apart = source.findIndex((part, index) => part !== target[index]);
	const at = apart < 0 ? source.length - 1 : apart;
	const [start = from, end = to.id] = [source[at], target[at]];
	const direct = start === from && end === to.id;
	const words = direct ? label : `${names.get(from)}. ${label} → ${names.get(to.id)}`;
	put(source[at - 1] ?? "", { from: name(start), to: name(end), label: words });
}

function composite(writing: Writing, line: Line, indent: string): string[] {
	const inner = `${indent}  `;
	return [
		`${indent}state "${escapeText(line.title)}" as ${name(line.id)} {`,
		`${inner}[*] --> ${name(line.items[0]?.id ?? "")}`,
		...line.items.flatMap((item) =>
			item.type === "station"
				? [`${inner}state "${item.number} ${escapeText(item.title)}" as ${name(item.id)}`]
				: parallel(writing, item, inner),
		),
		...arrowLines(writing, line.id, inner),
		`${indent}}`,
	];
}

/** A group: a composite whose regions hold one track each. */
function parallel(writing: Writing, fork: Fork, indent: string): string[] {
	const inner = `${indent}  `;
	const regions = fork.tracks.flatMap((track, index) => [
		...(index > 0 ? [`${inner}--`] : []),
		`${inner}[*] --> ${name(track.id)}`,
		...composite(writing, track, inner),
	]);
	return [
		`${indent}state "${escapeText(fork.title)}" as ${name(fork.id)} {`,
		...regions,
		`${indent}}`,
	];
}

function arrowLines({ arrows }: Writing, inside: string, indent: string): string[] {
	return (arrows.get(inside) ?? []).map(
		({ from, to, label }) => `${indent}${from} --> ${to} : ${escapeText(label)}`,
	);
}
