import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { apply, differenceBetween, sameSchema } from "./migration-difference.mjs";

const parted = (...statements: string[]) => statements.join("\n--> statement-breakpoint\n");

/** A table that grows only, one that refers to it, and a trigger of each kind. */
const last = parted(
	`CREATE TABLE \`kinds\` (\`pk\` integer PRIMARY KEY AUTOINCREMENT, \`kind\` text NOT NULL,
		CONSTRAINT "kinds_kind" CHECK("kinds"."kind" in ('a', 'b'))) STRICT;`,
	`CREATE TABLE \`notes\` (\`kind_pk\` integer NOT NULL, FOREIGN KEY (\`kind_pk\`) REFERENCES \`kinds\`(\`pk\`) ON DELETE cascade) STRICT;`,
	"CREATE INDEX `kinds_by_kind` ON `kinds` (`kind`);",
	"CREATE TRIGGER kinds_refuses_delete BEFORE DELETE ON kinds BEGIN SELECT RAISE(ABORT, 'append-only'); END;",
	"CREATE TRIGGER notes_ask_kinds BEFORE INSERT ON notes WHEN NOT EXISTS (SELECT 1 FROM kinds WHERE pk = NEW.kind_pk) BEGIN SELECT RAISE(ABORT, 'no such kind'); END;",
);

/** The same a version later: a kind more, a column more, a table more, a trigger less. */
const present = parted(
	`CREATE TABLE \`kinds\` (\`pk\` integer PRIMARY KEY AUTOINCREMENT, \`kind\` text NOT NULL, \`since\` integer DEFAULT 7 NOT NULL,
		CONSTRAINT "kinds_kind" CHECK("kinds"."kind" in ('a', 'b', 'c'))) STRICT;`,
	`CREATE TABLE \`notes\` (\`kind_pk\` integer NOT NULL, FOREIGN KEY (\`kind_pk\`) REFERENCES \`kinds\`(\`pk\`) ON DELETE cascade) STRICT;`,
	"CREATE TABLE `more` (`pk` integer PRIMARY KEY) STRICT;",
	"CREATE INDEX `kinds_by_kind` ON `kinds` (`kind`);",
	"CREATE INDEX `notes_by_kind` ON `notes` (`kind_pk`);",
	"CREATE TRIGGER kinds_refuses_delete BEFORE DELETE ON kinds BEGIN SELECT RAISE(ABORT, 'append-only'); END;",
);

test("a store of the last version becomes one of this version, and keeps its rows and numbers", () => {
	const store = storeOf(last);
	store.exec("INSERT INTO kinds (kind) VALUES ('a'), ('b'), ('b')");
	store.exec("INSERT INTO notes VALUES (1), (2)");
	store.exec("DROP TRIGGER kinds_refuses_delete; DELETE FROM kinds WHERE pk = 3");
	store.exec("CREATE TRIGGER kinds_refuses_delete BEFORE DELETE ON kinds BEGIN SELECT 1; END;");

	migrated(store, present);

	expect(sameSchema(store, storeOf(present))).toBe(true);
	expect(store.prepare("SELECT * FROM kinds").all()).toEqual([
		{ pk: 1, kind: "a", since: 7 },
		{ pk: 2, kind: "b", since: 7 },
	]);
	// Nobody cascaded, and no number comes twice.
	expect(store.prepare("SELECT kind_pk FROM notes").pluck().all()).toEqual([1, 2]);
	expect(
		store
			.exec("INSERT INTO kinds (kind) VALUES ('c')")
			.prepare("SELECT max(pk) FROM kinds")
			.pluck()
			.get(),
	).toBe(4);
});

test("what the new version refuses is refused, and the old trigger is gone", () => {
	const store = migrated(storeOf(last), present);

	expect(() => store.exec("INSERT INTO kinds (kind) VALUES ('z')")).toThrow("CHECK constraint");
	expect(() => store.exec("INSERT INTO kinds (kind, since) VALUES ('a', 'x')")).toThrow(
		"cannot store TEXT",
	);
	store.exec("INSERT INTO kinds (kind) VALUES ('a')");
	expect(() => store.exec("DELETE FROM kinds")).toThrow("append-only");
	expect(() => store.exec("INSERT INTO notes VALUES (9)")).toThrow("FOREIGN KEY");
});

test("a reference that leads nowhere undoes all of it", () => {
	const store = storeOf(last);
	store.pragma("foreign_keys = OFF");
	store.exec("DROP TRIGGER notes_ask_kinds; INSERT INTO notes VALUES (9)");
	store.exec("CREATE TRIGGER notes_ask_kinds BEFORE INSERT ON notes BEGIN SELECT 1; END;");

	expect(() => migrated(store, present)).toThrow("CHECK constraint failed: broken = 0");
	expect(store.prepare("SELECT name FROM sqlite_schema WHERE name = 'more'").get()).toBeUndefined();
});

test("where nothing differs there is nothing to do, whatever stands in quotes", () => {
	expect(differenceBetween(last, last.replaceAll("`", '"'))).toBeUndefined();
});

test("a trigger that reads otherwise is a difference", () => {
	expect(differenceBetween(last, last.replace("'append-only'", "'no'"))).toContain(
		"RAISE(ABORT, 'no')",
	);
});

test("a new column that must not be empty needs something to stand in it", () => {
	const asked = present.replace("`since` integer DEFAULT 7 NOT NULL", "`since` integer NOT NULL");

	expect(() => differenceBetween(last, asked)).toThrow("kinds.since is new, must not be empty");
	const store = storeOf(last);
	store.exec("INSERT INTO kinds (kind) VALUES ('a')");
	migrated(store, asked, { "kinds.since": "length(kind) + 41" });
	expect(store.prepare("SELECT since FROM kinds").pluck().get()).toBe(42);
});

function storeOf(text: string): Database.Database {
	const store = new Database(":memory:");
	store.pragma("foreign_keys = ON");
	apply(store, text);
	return store;
}

/** As `migrate` of db/client.ts does it: references not held meanwhile, all of it or nothing. */
function migrated(
	store: Database.Database,
	to: string,
	fills: Record<string, string> = {},
): Database.Database {
	const difference = differenceBetween(last, to, fills) ?? "";
	store.pragma("foreign_keys = OFF");
	try {
		store.transaction(() => apply(store, difference))();
	} finally {
		store.pragma("foreign_keys = ON");
	}
	return store;
}
