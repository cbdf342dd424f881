import Database from "better-sqlite3";

/** What drizzle's migrator parts statements by. */
const breakpoint = "\n--> statement-breakpoint\n";

/**
 * The statements that bring a store of the last version to the present schema and keep its rows.
 *
 * SQLite changes no CHECK in place: a table that differs is made anew under another name, filled,
 * and takes the place of the old one. Every trigger goes first and comes back last, so that tables
 * that only grow can be copied and no trigger speaks of a table that is away. References are not
 * held meanwhile (see `migrate` in db/client.ts); the last statement asks whether all of them hold.
 *
 * @param {string} last every released migration, one after the other
 * @param {string} present the whole schema as a fresh store would have it
 * @param {Record<string, string>} [fills] for a new column that must not be empty and has no
 *   default: what stands in it for rows that are there, by `table.column`
 * @returns {string | undefined} undefined when nothing differs
 */
export function differenceBetween(last, present, fills = {}) {
	const before = objectsOf(last);
	const after = objectsOf(present);
	const changes = tableChanges(before, after, fills);
	const indexes = indexChanges(before, after);
	if (changes.length + indexes.length === 0 && sameTriggers(before, after)) return undefined;
	return [
		...before.filter(isTrigger).map(({ name }) => `DROP TRIGGER ${name};`),
		...changes,
		...indexes,
		...after.filter(isTrigger).map(({ sql }) => `${sql};`),
		...proof,
	].join(breakpoint);
}

/** Whether two schemas are the same, whatever SQLite wrote in quotes. */
export function sameSchema(one, other) {
	return JSON.stringify(spelledOut(one)) === JSON.stringify(spelledOut(other));
}

/** Runs a file of statements. */
export function apply(client, text) {
	for (const statement of text.split(/--> statement-breakpoint/)) client.exec(statement);
}

/** @returns {{ type: string, name: string, table: string, sql: string }[]} */
export function schemaObjects(client) {
	return client
		.prepare(
			`SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema
			WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name <> '__drizzle_migrations'
			ORDER BY type, name`,
		)
		.all();
}

function spelledOut(client) {
	return schemaObjects(client).map(({ type, name, sql }) => [type, name, spelled(sql)]);
}

function objectsOf(text) {
	const client = new Database(":memory:");
	try {
		apply(client, text);
		const columns = client.prepare("SELECT * FROM pragma_table_xinfo(?)");
		return schemaObjects(client).map((object) => ({
			...object,
			columns: object.type === "table" ? columns.all(object.name) : [],
		}));
	} finally {
		client.close();
	}
}

function tableChanges(before, after, fills) {
	const old = new Map(before.filter(isTable).map((table) => [table.name, table]));
	const present = after.filter(isTable);
	const gone = [...old.keys()].filter((name) => !present.some((table) => table.name === name));
	const changed = present.flatMap((table) => {
		const known = old.get(table.name);
		if (!known) return [`${table.sql};`];
		return spelled(known.sql) === spelled(table.sql) ? [] : rebuilt(known, table, fills);
	});
	return [...changed, ...gone.map((name) => `DROP TABLE ${quoted(name)};`)];
}

function rebuilt(old, table, fills) {
	const { name } = table;
	const away = `__new_${name}`;
	const known = new Set(old.columns.map((column) => column.name));
	const filled = table.columns.flatMap((column) => {
		const fill = fills[`${name}.${column.name}`];
		if (known.has(column.name)) return [[quoted(column.name), quoted(column.name)]];
		if (fill !== undefined) return [[quoted(column.name), fill]];
		if (!column.notnull || column.dflt_value !== null) return [];
		throw new Error(`${name}.${column.name} is new, must not be empty, and nothing fills it.`);
	});
	const into = filled.map(([column]) => column).join(", ");
	const from = filled.map(([, value]) => value).join(", ");
	return [
		`${renamed(table.sql, name, away)};`,
		`INSERT INTO ${quoted(away)} (${into}) SELECT ${from} FROM ${quoted(name)};`,
		...(/AUTOINCREMENT/i.test(table.sql) ? keptNumbers(name, away) : []),
		`DROP TABLE ${quoted(name)};`,
		`ALTER TABLE ${quoted(away)} RENAME TO ${quoted(name)};`,
	];
}

/** A number that was given away once is not given again, even when its row is gone. */
function keptNumbers(name, away) {
	return [
		`DELETE FROM sqlite_sequence WHERE name = '${away}';`,
		`INSERT INTO sqlite_sequence (name, seq) SELECT '${away}', seq FROM sqlite_sequence WHERE name = '${name}';`,
	];
}

function renamed(sql, name, away) {
	return sql
		.replace(/^CREATE TABLE\s+[`"]?\w+[`"]?/i, `CREATE TABLE ${quoted(away)}`)
		.replaceAll(`"${name}".`, `"${away}".`);
}

function indexChanges(before, after) {
	const rebuiltTables = new Set(
		after
			.filter(isTable)
			.filter(({ name, sql }) => {
				const known = before.find((table) => isTable(table) && table.name === name);
				return !known || spelled(known.sql) !== spelled(sql);
			})
			.map(({ name }) => name),
	);
	const known = new Map(before.filter(isIndex).map((index) => [index.name, index]));
	const wanted = new Map(after.filter(isIndex).map((index) => [index.name, index]));
	const stands = ({ name, table, sql }) => {
		const old = known.get(name);
		return old && !rebuiltTables.has(table) && spelled(old.sql) === spelled(sql);
	};
	const kept = [...wanted.values()].filter(stands).map(({ name }) => name);
	const dropped = [...known.values()].filter(
		({ name, table }) =>
			!kept.includes(name) && !rebuiltTables.has(table) && after.some((one) => one.name === table),
	);
	const made = [...wanted.values()].filter(({ name }) => !kept.includes(name));
	return [
		...dropped.map(({ name }) => `DROP INDEX ${quoted(name)};`),
		...made.map(({ sql }) => `${sql};`),
	];
}

function sameTriggers(before, after) {
	const told = (objects) =>
		JSON.stringify(objects.filter(isTrigger).map(({ name, sql }) => [name, spelled(sql)]));
	return told(before) === told(after);
}

/** The whole migration is undone when a reference leads nowhere. */
const proof = [
	"CREATE TEMP TABLE __references (broken INTEGER CHECK (broken = 0)) STRICT;",
	"INSERT INTO __references SELECT count(*) FROM pragma_foreign_key_check;",
	"DROP TABLE __references;",
];

function isTable({ type }) {
	return type === "table";
}

function isIndex({ type }) {
	return type === "index";
}

function isTrigger({ type }) {
	return type === "trigger";
}

/** SQLite writes names anew when a table changes its name: with other quotes, and nothing else. */
function spelled(sql) {
	return sql.replace(/[`"]/g, "").replace(/\s+/g, " ").trim();
}

function quoted(name) {
	return `\`${name}\``;
}
