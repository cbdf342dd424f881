import { createServer, type IncomingMessage } from "node:http";
import { openConnection } from "#db/connection.ts";

/*
 * What recording costs at least: `node:http`, and the same work in SQLite with prepared statements.
 * It looks the session and the situation up, keeps the reading, reads the history, and writes one
 * event with its rows as they were recorded for another situation; it knows no rule and no guard.
 */

type Row = Record<string, unknown>;
/** What Relais wrote for one act, to be written again for others. */
type Lesson = { entries: number; sealed: string; rows: Record<string, Row[]> };

const [file = "", lesson = ""] = process.argv.slice(2);
const { entries, sealed, rows } = JSON.parse(lesson) as Lesson;
const db = openConnection(file);

const session = db.prepare("SELECT * FROM session WHERE token = ?");
const member = db.prepare(
	`SELECT * FROM members JOIN structures ON structures.id = members.structure_id
	JOIN territories ON territories.id = structures.territory_id WHERE members.user_id = ?`,
);
const part = db.prepare("SELECT * FROM participations WHERE handle = ?");
const trail = db.prepare("SELECT * FROM audit ORDER BY sequence DESC LIMIT 1");
const columns = db.pragma("table_info(audit)") as { name: string }[];
const keep = db.prepare(
	`INSERT INTO audit VALUES (${columns.map(({ name }) => `@${name}`).join()})`,
);
const history = db.prepare("SELECT * FROM journal WHERE situation_pk = ? ORDER BY position");
const head = db.prepare("SELECT * FROM journal ORDER BY sequence DESC LIMIT 1");
const enter = db.prepare("INSERT INTO journal VALUES (?, ?, ?, ?, ?)");
const move = db.prepare(
	"UPDATE situations SET position = ?, latest_act = ?, changed_at = ?, active_at = ? WHERE pk = ?",
);
const sent = db.prepare("INSERT INTO idempotency_keys VALUES (?, ?, ?, '', ?)");
const lists = Object.entries(rows).map(([table, own]) => ({
	remove: db.prepare(`DELETE FROM ${table} WHERE situation_pk = ?`),
	add: own.map((row) => {
		const names = Object.keys(row);
		const insert = db.prepare(
			`INSERT INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`,
		);
		return (situationPk: number) => insert.run({ ...row, situation_pk: situationPk });
	}),
}));

const keepReading = db.transaction((situationPk: number, now: number) => {
	const last = trail.get() as Row & { sequence: number };
	keep.run({ ...last, sequence: last.sequence + 1, at: now, situation_pk: situationPk });
});

const record = db.transaction((situationPk: number, key: string, now: number) => {
	const told = history.all(situationPk);
	const last = head.get() as { sequence: number; link: Buffer };
	const bytes = Buffer.from(sealed, "base64");
	for (let index = 1; index <= entries; index += 1) {
		enter.run(last.sequence + index, situationPk, told.length + index, bytes, last.link);
	}
	const position = told.length + entries;
	move.run(position, position, now, now, situationPk);
	for (const { remove, add } of lists) {
		remove.run(situationPk);
		for (const one of add) one(situationPk);
	}
	sent.run("spotter-member", key, "0".repeat(64), now);
});

const server = createServer(async (request, response) => {
	const form = new URLSearchParams(await textOf(request));
	const token = /relais_session=([A-Za-z0-9]+)/.exec(request.headers.cookie ?? "")?.[1];
	const { user_id: userId } = (session.get(token) ?? {}) as { user_id?: string };
	const handle = request.url?.split("/")[2];
	const { situation_pk: pk } = (part.get(handle) ?? {}) as { situation_pk?: number };
	if (userId === undefined || pk === undefined || !member.get(userId)) {
		response.writeHead(404).end();
		return;
	}
	keepReading.immediate(pk, Date.now());
	record.immediate(pk, form.get("key") ?? "", Date.now());
	response.writeHead(303, { location: `/situations/${handle}` }).end();
});
process.on("disconnect", () => process.exit(0));
server.listen(0, "localhost", () => {
	process.send?.((server.address() as { port: number }).port);
});

async function textOf(request: IncomingMessage): Promise<string> {
	request.setEncoding("utf8");
	let text = "";
	for await (const chunk of request) text += chunk;
	return text;
}
