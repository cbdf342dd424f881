import { formRegister } from "#app/server/form-register.for-tests.ts";
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
	const named = new Set(declared.flatMap(({ hits }) => hits.map(({ trace }) => trace.canary)));
	return {
		files: files.length,
		bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
		columns: columns.length,
		declared: declared
			.filter(({ hits }) => hits.length > 0)
			.map(({ column, hits }) => ({ column, canaries: countOf(hits) })),
		leaks: [
			...columns.filter((column) => !mayName.includes(column.class)).flatMap(columnLeaks),
			...files.flatMap((file) => fileLeaks(file, named)),
		],
	};
}

function columnLeaks({ column, hits }: ColumnHits): string[] {
	return hits.map((hit) => leak(column, hit));
}

/**
 * In the files of the stores, those whom a declared column names are there rightly, and those who
 * came in by a field that fills one, also once the row has gone: an invitation that was taken back
 * leaves its label in the log.
 */
function fileLeaks({ file, hits }: FileHits, named: ReadonlySet<Hit["trace"]["canary"]>): string[] {
	const isStore = /\/relais\.db(-wal|-shm)?$|\/first-day\.wal$/.test(file);
	return hits
		.filter(({ trace: { canary } }) => !(isStore && (named.has(canary) || cameIn(canary))))
		.map((hit) => leak(file, hit));
}

/** The fields that fill a declared column, as the crawl names what it sends. */
const declaredFields = formRegister.flatMap(({ file, texts = {} }) => {
	const segments = file
		.replace(/^app\/routes\/|\.tsx?$/g, "")
		.split(/[._]+/)
		.filter(Boolean);
	const path = segments.map((part) => (part.startsWith("$") ? "[^/,]+" : part)).join("/");
	return Object.entries(texts)
		.filter(([, kind]) => mayName.some((own) => own === kind))
		.map(([field]) => new RegExp(`^POST /${path}, field ${field}( |$)`));
});

function cameIn({ where }: Hit["trace"]["canary"]): boolean {
	return declaredFields.some((field) => field.test(where));
}

function leak(where: string, { trace, at, layer }: Hit): string {
	const { identity, saying, where: entry } = trace.canary;
	return `${where}, byte ${at} (${layer}): ${trace.what} of identity ${identity.index} (${saying}), sent as ${entry}`;
}

function countOf(hits: readonly Hit[]): number {
	return new Set(hits.map(({ trace }) => trace.canary)).size;
}
