import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { sessions } from "#db/schema/accounts.ts";
import { audit } from "#db/schema/audit.ts";
import { members } from "#db/schema/structures.ts";
import { smallTerritory } from "#db/small-territory.ts";
import { closeStores } from "#db/stores.ts";
import { addAccountCommands } from "./accounts.ts";
import { withStore } from "./store.ts";

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
});

test("places, duties and standing are listed, without a name or an address", () => {
	dataDirectory();

	const lines = relais("list");

	expect(lines).toContain(
		"crip-member  crip  small  professional  reception+manager  active  one factor  1 session(s)",
	);
	expect(lines.join("\n")).not.toMatch(/@|exemple\.invalid|Référente/);
});

test("a place that is closed ends its sessions, and leaves a line in the trail", () => {
	dataDirectory({ second: true });

	const said = relais("suspend", "crip-member");

	expect(said).toEqual(["crip-member may not act any more; their sessions are over."]);
	inStore((db) => {
		const place = db.select().from(members).where(eq(members.id, "crip-member")).get();
		expect(place).toMatchObject({ active: false, suspended: "disabled" });
		expect(db.select().from(sessions).all()).toMatchObject([{ userId: "care-user" }]);
		expect(db.select().from(audit).all()).toContainEqual(
			expect.objectContaining({
				actor: "operator",
				act: "MEMBER_SUSPENDED",
				subject: "crip-member",
			}),
		);
	});
});

test("nobody's place is closed whom a structure cannot do without", () => {
	dataDirectory();

	expect(() => relais("suspend", "crip-member")).toThrow("Nobody would receive handoffs");
	expect(() => relais("suspend", "nobody-here")).toThrow("There is no nobody-here");
});

test("sessions end for one member, or for everybody, and never by mistake", () => {
	dataDirectory();

	expect(() => relais("end-sessions")).toThrow("Name one member");
	expect(() => relais("end-sessions", "crip-member", "--everybody")).toThrow("Name one member");
	expect(relais("end-sessions", "crip-member")).toEqual(["1 session(s) ended."]);
	expect(relais("end-sessions", "--everybody")).toEqual(["1 session(s) ended."]);
});

/** Runs one of the operator's commands in this process, and gives what it printed. */
function relais(...parameters: string[]): string[] {
	const printed: string[] = [];
	vi.spyOn(console, "log").mockImplementation((line: string) => {
		printed.push(line);
	});
	const program = new Command("relais").exitOverride().configureOutput({ writeErr: () => {} });
	addAccountCommands(program);
	program.parse(["accounts", ...parameters], { from: "user" });
	return printed;
}

function inStore(act: (db: Db) => void): void {
	withStore(new Command("relais"), act);
}

/** A data directory with two people who are signed in; one of them may have a colleague. */
function dataDirectory({ second = false } = {}): void {
	const directory = join(mkdtempSync(join(tmpdir(), "relais-")), "data");
	const { db } = smallTerritory(join(directory, "relais.db"));
	db.update(members).set({ manager: true }).where(eq(members.id, "crip-member")).run();
	if (second) {
		const colleague = { userId: "care-user", structureId: "crip", label: "Référente B" };
		db.insert(members)
			.values({ id: "second", ...colleague, reception: true, manager: true })
			.run();
	}
	const now = new Date();
	for (const user of ["crip", "care"]) {
		db.insert(sessions)
			.values({
				...{ id: user, token: `token-of-${user}`, userId: `${user}-user` },
				...{ expiresAt: now, createdAt: now, updatedAt: now, way: "password", proof: "full" },
			})
			.run();
	}
	closeStores(db);
	vi.stubEnv("DATA_DIR", directory);
}
