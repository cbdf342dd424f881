import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, expect, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { servedTerritories } from "#db/duties.ts";
import { invitationBehind } from "#db/invitations.ts";
import { publishedProtocols } from "#db/protocol-versions.ts";
import { waitingRecalculations } from "#db/recalculation.ts";
import { audit } from "#db/schema/audit.ts";
import { addAccountCommands } from "./accounts.ts";
import { withStore } from "./store.ts";
import { addTerritoryCommands } from "./territory.ts";

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
});

const ain = ["territory", "create", "--id", "d01", "--name", "Ain"];
const invitation = ["accounts", "invite-administrator", "--email", "a.nom@structure.fr"];

test("a real territory begins with a command, and its administrator with a link", () => {
	freshDirectory();
	vi.stubEnv("RELAIS_ORIGIN", "https://relais.example.org");

	relais(...ain, "--protocol", "reference-a");
	const [, link = ""] = relais(...invitation);

	expect(link).toMatch(/^https:\/\/relais\.example\.org\/join\/[\w-]{43}$/);
	inStore((db) => {
		expect(servedTerritories(db, { demonstration: false, now: 0 })).toMatchObject([
			{ id: "d01", name: "Ain", structures: 1, holders: [] },
		]);
		expect(publishedProtocols(db, "d01")).toHaveLength(1);
		expect(invitationBehind(db, link.split("/").at(-1) ?? "", Date.now())).toMatchObject({
			structureName: "Coordination",
			label: "Administration A",
			duty: "administrator",
			email: "a.nom@structure.fr",
			inviter: "operator",
			invitedBy: null,
		});
		expect(db.select().from(audit).all()).toMatchObject([{ act: "INVITED", actor: "operator" }]);
	});
});

test("a second administrator gets another letter", () => {
	freshDirectory();
	relais(...ain);
	relais(...invitation);

	const [, link = ""] = relais("accounts", "invite-administrator", "--email", "b@structure.fr");

	inStore((db) => {
		const second = invitationBehind(db, link.split("/").at(-1) ?? "", Date.now());
		expect(second).toMatchObject({ label: "Administration B" });
	});
});

test.each([
	[[...ain, "--time-zone", "Mars/Phobos"], "A time zone such as"],
	[[...ain, "--holidays", "mars"], "Allowed choices are"],
	[["territory", "create", "--id", "D 01", "--name", "Ain"], "Small letters"],
	[[...ain, "--protocol", "unknown"], "protocol list"],
	[["accounts", "invite-administrator", "--email", "nobody"], "A whole address"],
	[invitation, "There is no territory yet"],
])("%j is refused with a sentence", (parameters, sentence) => {
	freshDirectory();

	expect(() => relais(...parameters)).toThrow(sentence);
});

test("a territory is opened once, and named where there are several", () => {
	freshDirectory();
	relais(...ain);
	relais("territory", "create", "--id", "d02", "--name", "Aisne");

	expect(() => relais(...ain)).toThrow("There is a territory “d01” already");
	expect(() => relais(...invitation)).toThrow("Say which with --territory: d01, d02.");
	expect(relais(...invitation, "--territory", "d02")).toHaveLength(3);
	expect(relais("territory", "list")).toEqual([
		expect.stringMatching(/^d01 {2}Ain: 1 structure/),
		expect.stringMatching(/^d02 {2}Aisne: 1 structure/),
	]);
});

test("the delays of a territory are asked to be computed again, of one that is there", () => {
	freshDirectory();
	relais(...ain);

	const told = relais("territory", "recalculate", "--id", "d01");

	expect(told).toEqual(["Asked. The running server computes them with its next sweep."]);
	inStore((db) => expect(waitingRecalculations(db)).toEqual(["d01"]));
	expect(() => relais("territory", "recalculate", "--id", "d09")).toThrow("no territory “d09”");
});

function freshDirectory(): void {
	vi.stubEnv("DATA_DIR", join(mkdtempSync(join(tmpdir(), "relais-")), "data"));
}

function inStore(look: (db: Db) => void): void {
	withStore(new Command(), look);
}

/** Runs one of the operator's commands in this process, and gives what it printed. */
function relais(...parameters: string[]): string[] {
	const printed: string[] = [];
	vi.spyOn(console, "log").mockImplementation((line: string) => {
		printed.push(line);
	});
	const program = new Command("relais");
	const quiet = { writeErr: () => {} };
	addTerritoryCommands(program);
	addAccountCommands(program);
	for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
		command.exitOverride().configureOutput(quiet);
	}
	program.parse(parameters, { from: "user" });
	return printed;
}
