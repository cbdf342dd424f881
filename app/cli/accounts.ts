import { randomBytes } from "node:crypto";
import { type Command, InvalidArgumentError } from "commander";
import { readEnvironment } from "#app/server/environment.server.ts";
import { linkOf } from "#app/server/invitations.server.ts";
import { recordAudit } from "#db/audit.ts";
import type { Db } from "#db/client.ts";
import { type ServedTerritory, servedTerritories } from "#db/duties.ts";
import { invite, isLabelTaken } from "#db/invitations.ts";
import { addStandings } from "./standings.ts";
import { withStore } from "./store.ts";

type Wish = { email: string; territory?: string; label?: string };

/** `relais accounts`: the first administrator in, and anybody out whom the screens do not reach. */
export function addAccountCommands(program: Command): void {
	const accounts = program
		.command("accounts")
		.description("Lets the first administrator in; lists places, closes one, ends sessions.");
	addStandings(program, accounts);
	accounts
		.command("invite-administrator")
		.description("Prints a link that works once, for 48 hours, for this address alone.")
		.requiredOption("--email <address>", "the professional address that may take it", toEmail)
		.option("--territory <id>", "where they have their place, when there are several")
		.option("--label <label>", "what others see, such as Administratrice A")
		.action((wish: Wish) => {
			withStore(program, (db) => {
				const served = servedTerritories(db, { demonstration: false, now: Date.now() });
				const territory = territoryFor(program, served, wish.territory);
				for (const line of inviteAdministrator(program, db, territory, wish)) console.log(line);
			});
		});
}

function inviteAdministrator(
	program: Command,
	db: Db,
	{ name, coordinationId }: ServedTerritory,
	{ email, label: wished }: Wish,
): string[] {
	const read = readEnvironment(process.env);
	if (!read.ok) return program.error(read.sentence);
	if (coordinationId === undefined) {
		return program.error(`The territory “${name}” has no structure of coordination.`);
	}
	const moment = { now: Date.now(), random };
	const label = wished ?? freeLabel(db, coordinationId, moment.now);
	if (isLabelTaken(db, { structureId: coordinationId, label }, moment.now)) {
		return program.error(`Somebody is called “${label}” already: give another --label.`);
	}
	const secret = db.transaction(
		(tx) => {
			const rights = { reception: false, manager: false, duty: "administrator" } as const;
			const place = { structureId: coordinationId, label, ...rights };
			const invited = { ...place, email, inviter: "operator", invitedBy: null } as const;
			const { id, secret } = invite(tx, invited, moment);
			recordAudit(tx, moment, { actor: "operator", act: "INVITED", subject: id });
			return secret;
		},
		{ behavior: "immediate" },
	);
	const link = linkOf(read, secret);
	const local = new URL(link).hostname === "localhost";
	return [
		`Hand this link over to ${email}, and to nobody else. It works once, for 48 hours:`,
		link,
		...(local ? ["It leads to this machine: set RELAIS_ORIGIN to the public address."] : []),
	];
}

const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };

/** The first letter that nobody of the structure has. */
function freeLabel(db: Db, structureId: string, now: number): string {
	const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => `Administration ${letter}`);
	return (
		letters.find((label) => !isLabelTaken(db, { structureId, label }, now)) ?? "Administration"
	);
}

function territoryFor(
	program: Command,
	served: ServedTerritory[],
	id: string | undefined,
): ServedTerritory {
	const named = id === undefined ? served : served.filter((one) => one.id === id);
	const [only, another] = named;
	if (only && !another) return only;
	return program.error(
		served.length === 0
			? "There is no territory yet: “relais territory create” opens one."
			: `Say which with --territory: ${served.map((one) => one.id).join(", ")}.`,
	);
}

function toEmail(word: string): string {
	if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word) && word.length <= 254) return word;
	throw new InvalidArgumentError("A whole address, such as prenom.nom@structure.fr.");
}
