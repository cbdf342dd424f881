import type { Command } from "commander";
import { endSessionsOf } from "#app/server/live-sessions.server.ts";
import { recordAudit } from "#db/audit.ts";
import type { Db, Tx } from "#db/client.ts";
import { type ColleagueRefusal, suspendColleague } from "#db/colleagues.ts";
import { type DutyRefusal, dutyRefusalOf, servedTerritories } from "#db/duties.ts";
import { type StandingRow, standings, userOf } from "#db/standings.ts";
import { chance, momentNow } from "./moment.ts";
import { withStore } from "./store.ts";

/** Adds `list`, `suspend` and `end-sessions` to `relais accounts`. */
export function addStandings(program: Command, accounts: Command): void {
	accounts
		.command("list")
		.description("Places, duties and standing; no name and no address.")
		.option("--json", "print it as JSON")
		.action(({ json = false }: { json?: boolean }) => {
			withStore(program, (db) => {
				const rows = standings(db);
				if (json) console.log(JSON.stringify(rows));
				else for (const row of rows) console.log(lineOf(row));
			});
		});
	accounts
		.command("suspend <member>")
		.description("Closes somebody's place and ends their sessions, at once.")
		.action((memberId: string) => {
			withStore(program, (db) => {
				const row = standingOf(program, db, memberId);
				const refusal = suspend(db, row);
				if (refusal) program.error(refusals[refusal]);
				console.log(`${memberId} may not act any more; their sessions are over.`);
			});
		});
	accounts
		.command("end-sessions [member]")
		.description("Ends the sessions of somebody, or of everybody.")
		.option("--everybody", "of everybody: a key or a backup got into other hands")
		.action((memberId: string | undefined, { everybody }: { everybody?: boolean }) => {
			if ((memberId === undefined) === (everybody !== true)) {
				program.error("Name one member, or say --everybody.");
			}
			withStore(program, (db) => {
				const users = memberId
					? [userIn(program, db, memberId)]
					: standings(db).map((row) => userIn(program, db, row.memberId));
				const kept = { db, random: chance, clock: { now: () => Date.now() } };
				const ended = [...new Set(users)].map((user) => endSessionsOf(kept, user));
				console.log(`${ended.reduce((sum, count) => sum + count, 0)} session(s) ended.`);
			});
		});
}

function suspend(db: Db, row: StandingRow): ColleagueRefusal | DutyRefusal | undefined {
	const moment = momentNow();
	const { memberId, structureId } = row;
	return db.transaction(
		(tx) => {
			const refusal =
				dutyRefusal(tx, memberId, moment.now) ??
				suspendColleague(tx, { structureId, memberId }, { by: "operator", now: moment.now });
			if (refusal) return refusal;
			const kept = { db, random: moment.random, clock: { now: () => moment.now } };
			endSessionsOf(kept, userOf(tx, memberId) ?? "");
			const told = { actor: "operator", structureId, subject: memberId } as const;
			recordAudit(tx, moment, { ...told, act: "MEMBER_SUSPENDED" });
			return undefined;
		},
		{ behavior: "immediate" },
	);
}

/** Somebody has to be left who administers, and who coordinates. */
function dutyRefusal(tx: Tx, memberId: string, now: number): DutyRefusal | undefined {
	for (const demonstration of [false, true]) {
		const all = servedTerritories(tx, { demonstration, now });
		const holder = all.flatMap(({ holders }) => holders).find((one) => one.memberId === memberId);
		if (holder) return dutyRefusalOf(holder, all);
	}
}

const refusals: Record<ColleagueRefusal | DutyRefusal, string> = {
	"last-administrator": "Nobody would administer the instance: invite somebody else first.",
	"last-coordinator": "Nobody would coordinate that territory: have somebody else invited first.",
	"last-reception":
		"Nobody would receive handoffs for that structure: give reception to somebody else first.",
	"last-manager": "Nobody would answer for that structure: have somebody else answer for it first.",
	yourself: "Nobody closes their own place.",
};

function standingOf(program: Command, db: Db, memberId: string): StandingRow {
	const row = standings(db).find((one) => one.memberId === memberId);
	return row ?? program.error(`There is no ${memberId}: see “relais accounts list”.`);
}

function userIn(program: Command, db: Db, memberId: string): string {
	return (
		userOf(db, memberId) ?? program.error(`There is no ${memberId}: see “relais accounts list”.`)
	);
}

function lineOf(row: StandingRow): string {
	const rights = [row.reception && "reception", row.manager && "manager"].filter(Boolean);
	return [
		row.memberId,
		row.structureId,
		row.territoryId,
		row.duty,
		rights.join("+") || "-",
		row.suspended ?? "active",
		row.secondFactor ? "two factors" : "one factor",
		`${row.sessions} session(s)`,
	].join("  ");
}
