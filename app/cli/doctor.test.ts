import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { describe, expect, test } from "vitest";
import { languages } from "#app/i18n/languages.ts";
import { readEnvironment } from "#app/server/environment.server.ts";
import { openMailHouse } from "#app/server/mail-house.for-tests.ts";
import { mailFor } from "#app/server/services.server.ts";
import { filesAt } from "#db/backups/backup-names.ts";
import { makeDailyCheckpoint } from "#db/checkpoints.ts";
import { migrate } from "#db/client.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { makeWrappingKey } from "#db/keys/wrapping-key.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { monday, settleSmallTerritory } from "#db/small-territory.ts";
import { closeStores, openStores, placesIn } from "#db/stores.ts";
import { examine, type Machine } from "./doctor/examine.ts";
import { relayFindings } from "./doctor/mail-checks.ts";
import { doctorReport } from "./doctor/words.ts";

const identity = await generateIdentity();
const recipient = await identityToRecipient(identity);
const dayMs = 86_400_000;

describe("the doctor", () => {
	test("finds nothing that must be done where everything is as it should be", () => {
		const { codes } = wellKept();

		expect(codes().filter((code) => code !== "backup-beside-data")).toEqual([]);
	});

	test.each<[string, Partial<Machine["variables"]>]>([
		["environment-wrong", { PORT: "many" }],
		["demonstration-beside-real", { RELAIS_DEMO: "1" }],
		["demonstration-public", { RELAIS_DEMO: "1" }],
		["origin-unset", { RELAIS_ORIGIN: "" }],
		["origin-not-https", { RELAIS_ORIGIN: "http://relais.example.org" }],
		["proxy-unset", { TRUST_PROXY: "" }],
		["wrapping-key-unusable", { RELAIS_KEY_FILE: "/nowhere/wrapping.key" }],
		["keys-missing", { RELAIS_KEYS: "/nowhere/keys.db" }],
		["store-none", { DATA_DIR: "/nowhere" }],
		["backups-unset", { RELAIS_BACKUP_DIR: "" }],
		["backup-none", { RELAIS_BACKUP_DIR: "/nowhere" }],
		["mail-unset", { RELAIS_SMTP_URL: "", RELAIS_MAIL_FROM: "" }],
		["operator-unset", { RELAIS_OPERATOR_MAIL: "" }],
	])("says %s for %j", (code, variables) => {
		expect(wellKept().codes({ variables })).toContain(code);
	});

	test.each<[string, Partial<Machine>]>([
		["clock-behind", { now: monday - dayMs }],
		["checkpoint-old", { now: monday + 3 * dayMs }],
		["backup-old", { now: monday + 3 * dayMs }],
		["disk-low", { disk: { free: () => 1_000_000 } }],
		["node-old", { node: "18.20.0" }],
		["clock-before-program", { keeping: { programAt: monday + dayMs, kept: true } }],
		["clock-unkept", { keeping: { programAt: monday, kept: false } }],
	])("says %s on a machine with %j", (code, machine) => {
		expect(wellKept().codes(machine)).toContain(code);
	});

	test.each<[string, (place: string, key: string) => void]>([
		["wrapping-key-unusable", (_place, key) => chmodSync(key, 0o644)],
		["keys-locked", (_place, key) => exchange(key)],
		["keys-missing", (place) => rmSync(join(place, "data", "keys", "keys.db"))],
		["keys-lacking", (place, key) => lose(place, key, "DELETE FROM data_keys")],
		["secret-short", (place) => writeFileSync(join(place, "data", "secret"), "short")],
		["schema-behind", (place, key) => alter(place, key, "DELETE FROM __drizzle_migrations")],
		[
			"schema-ahead",
			(place, key) =>
				alter(place, key, "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 1)"),
		],
		[
			"references-broken",
			(place, key) => alter(place, key, "DELETE FROM structures", "foreign_keys = OFF"),
		],
		[
			"checkpoint-none",
			(place, key) =>
				alter(
					place,
					key,
					"DROP TRIGGER IF EXISTS checkpoints_refuses_delete; DELETE FROM handoff_checkpoints; DELETE FROM checkpoints",
				),
		],
		["data-open", (place) => chmodSync(join(place, "data"), 0o755)],
		[
			"incidents-open",
			(place, key) =>
				alter(
					place,
					key,
					`INSERT INTO incidents (source, key, reason, opened_at, latest_at) VALUES ('bug', 'process', 'process-ended', ${monday}, ${monday})`,
				),
		],
		["store-damaged", (place) => writeFileSync(join(place, "data", "relais.db"), "no store")],
		[
			"identity-beside-backups",
			(place) => writeFileSync(join(place, "backups", "id.txt"), `${identity}\n`),
		],
	])("says %s after the files were changed", (code, change) => {
		const { place, key, codes } = wellKept();

		change(place, key);

		expect(codes()).toContain(code);
	});

	test("reaches the mail server, and says where it does not answer", async () => {
		const house = await openMailHouse();
		const relay = settingsFor(house.port);

		const answering = await relayFindings(relay, mailFor(relay));
		await house.close();
		const silent = await relayFindings(relay, mailFor(relay));

		expect(house.tried()).toBe(0);
		expect(answering).toEqual([]);
		expect(silent).toMatchObject([
			{ code: "mail-unreachable", weight: "must", host: "127.0.0.1", port: house.port },
		]);
	});

	test.each(languages)("says of each finding what to do, in “%s”", (language) => {
		const findings = wellKept().findings({
			now: monday + 3 * dayMs,
			variables: { TRUST_PROXY: "", RELAIS_ORIGIN: "http://relais.example.org" },
		});

		const lines = doctorReport(findings, language);

		expect(lines.filter((line) => line.startsWith("  → "))).toHaveLength(findings.length);
		expect(lines.join("\n")).toContain("http://relais.example.org");
		expect(lines.join("\n")).not.toMatch(/undefined|\[object/);
	});
});

/** The settings of a server whose mail goes to a port of this machine. */
function settingsFor(port: number) {
	const read = readEnvironment({
		RELAIS_SMTP_URL: `smtp://127.0.0.1:${port}`,
		RELAIS_MAIL_FROM: "no-reply@example.org",
	});
	if (!read.ok) throw new Error(read.sentence);
	return read.environment;
}

/** A territory that is kept as its operator should. */
function wellKept() {
	const place = mkdtempSync(join(tmpdir(), "relais-"));
	const key = join(place, "elsewhere", "wrapping.key");
	makeWrappingKey(key);
	const db = opened(place, key);
	migrate(db);
	const territory = settleSmallTerritory(db);
	tellInStore(territory, sentToCrip);
	makeDailyCheckpoint(territory.db, monday);
	closeStores(territory.db);
	mkdirSync(join(place, "backups"));
	for (const file of Object.values(filesAt(join(place, "backups"), monday)))
		appendFileSync(file, "");
	const findings = ({ variables, ...machine }: Partial<Machine> = {}) =>
		examine({
			now: monday,
			node: "24.0.0",
			disk: { free: () => 1e12 },
			keeping: { programAt: monday, kept: undefined },
			...machine,
			variables: {
				DATA_DIR: join(place, "data"),
				RELAIS_DEMO: "0",
				RELAIS_ORIGIN: "https://relais.example.org",
				RELAIS_KEY_FILE: key,
				RELAIS_BACKUP_DIR: join(place, "backups"),
				RELAIS_BACKUP_RECIPIENTS: recipient,
				TRUST_PROXY: "127.0.0.1",
				RELAIS_SMTP_URL: "smtp://mail.example.org",
				RELAIS_MAIL_FROM: "no-reply@example.org",
				RELAIS_OPERATOR_MAIL: "hosting@example.org",
				...variables,
			},
		});
	return {
		place,
		key,
		findings,
		codes: (machine?: Partial<Machine>) => findings(machine).map(({ code }) => code),
	};
}

function opened(place: string, key: string) {
	return openStores({ ...placesIn(join(place, "data")), wrappingKey: key });
}

function alter(place: string, key: string, sql: string, pragma = "foreign_keys = ON"): void {
	const db = opened(place, key);
	db.$client.pragma(pragma);
	db.$client.exec(sql);
	closeStores(db);
}

function lose(place: string, key: string, sql: string): void {
	const db = opened(place, key);
	keysOf(db).client.exec(sql);
	closeStores(db);
}

function exchange(key: string): void {
	rmSync(key);
	makeWrappingKey(key);
}
