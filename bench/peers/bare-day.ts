import { createServer } from "node:http";
import { join } from "node:path";
import { readMyDay } from "#app/features/my-day/read-my-day.ts";
import { openAgain } from "../stage.ts";

/*
 * What one's day costs at least: `node:http`, the same queries, and one template string. It looks
 * the session up, and has no guard, no trail, no translation and no component.
 */
const [directory = "", structureId = ""] = process.argv.slice(2);
const db = openAgain(join(directory));
const session = db.$client.prepare("SELECT * FROM session WHERE token = ?");
const reader = { territoryId: "small", structureId, duty: "none", reception: true, manager: false };

const server = createServer((request, response) => {
	const token = /relais_session=([A-Za-z0-9]+)/.exec(request.headers.cookie ?? "")?.[1];
	if (!session.get(token)) {
		response.writeHead(404).end();
		return;
	}
	const asked = { language: "fr", now: Date.now(), only: undefined, page: 1 } as const;
	const { sections } = readMyDay(db, reader, asked);
	const lists = sections.map(({ name, rows }) => {
		const items = rows.map(
			({ to, name: alias, step, urgency = "", due }) =>
				`<li><a href="${to}">${alias}</a><p>${step}</p><small>${urgency} ${due?.kind ?? ""}</small></li>`,
		);
		return `<section><h2>${name}</h2><ul>${items.join("")}</ul></section>`;
	});
	response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
	response.end(
		`<!doctype html><html lang="fr"><title>Relais</title><main>${lists.join("")}</main></html>`,
	);
});
process.on("disconnect", () => process.exit(0));
server.listen(0, "localhost", () => {
	process.send?.((server.address() as { port: number }).port);
});
