import { type ColumnHits, mayName, scanColumns } from "./columns.ts";
import type { House } from "./life.ts";
import { type FileHits, filesOf, scanFiles } from "./places.ts";
import type { Hit, Scanner } from "./scan.ts";

/** What a scan of everything that was written found. */
export type Verdict = {
	files: number;
	bytes: number;
	columns: number;
	/** Columns that may name somebody, and how many canaries each holds. */
	declared: { column: string; canaries: number }[];
	/** Canaries where none may be: what, where, and by which way in. */
	leaks: string[];
};

/** Looks for every canary in every file and every column of a house. */
export function judge(house: House, scanner: Scanner, since: number): Verdict {
	// Opening the stores may change their files: bytes first.
	const files = scanFiles(filesOf(house, since), scanner);
	const columns = scanColumns(house.data, scanner);
	const declared = columns.filter((column) => mayName.includes(column.class));
	const declaredHits = declared.flatMap(({ hits }) => hits);
	const doors = new Set(declaredHits.map(({ trace }) => doorOf(trace.canary)));
	return {
		files: files.length,
		bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
		columns: columns.length,
		declared: declared
			.filter(({ hits }) => hits.length > 0)
			.map(({ column, hits }) => ({ column, canaries: countOf(hits) })),
		leaks: [
			...columns.filter((column) => !mayName.includes(column.class)).flatMap(columnLeaks),
			...files.flatMap((file) => fileLeaks(file, doors)),
		],
	};
}

function columnLeaks({ column, hits }: ColumnHits): string[] {
	return hits.map((hit) => leak(column, hit));
}

/**
 * In the files of the stores, whoever came in by a field that fills a declared column is there
 * rightly, also once the row has gone: an invitation that was taken back leaves its label in the log.
 */
function fileLeaks({ file, hits }: FileHits, doors: ReadonlySet<string>): string[] {
	const isStore = /\/relais\.db(-wal|-shm)?$|\/first-day\.wal$/.test(file);
	return hits
		.filter(({ trace }) => !(isStore && doors.has(doorOf(trace.canary))))
		.map((hit) => leak(file, hit));
}

/** The form and the field by which a canary came in, however it was spelled there. */
function doorOf({ where }: Hit["trace"]["canary"]): string {
	return where.replace(/ (in words|without spaces|twice)$/, "");
}

function leak(where: string, { trace, at, layer }: Hit): string {
	const { identity, saying, where: entry } = trace.canary;
	return `${where}, byte ${at} (${layer}): ${trace.what} of identity ${identity.index} (${saying}), sent as ${entry}`;
}

function countOf(hits: readonly Hit[]): number {
	return new Set(hits.map(({ trace }) => trace.canary)).size;
}
