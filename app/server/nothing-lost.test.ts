import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { historyOf } from "#db/history.ts";
import { openIncidents } from "#db/incidents.ts";
import { checkRows } from "#db/rebuild.ts";
import { handoffs } from "#db/schema/handoffs.ts";
import { closeStores } from "#db/stores.ts";
import { diskFull, readOnly, smallDisk, storeFaults } from "./store-faults.for-tests.ts";
import { type StoreInFiles, storeInFiles } from "./store-in-files.for-tests.ts";
import type { Answered } from "./whole-app.for-tests.ts";
import { createWorkers } from "./workers.server.ts";

const disk = smallDisk();
const faults = [...(disk ? [diskFull] : []), ...storeFaults];
let stage: StoreInFiles;
let told = 0;

beforeAll(async () => {
	if (!disk) process.stdout.write("No disk may be mounted here: a full one is not tried.\n");
	stage = await storeInFiles(disk?.directory);
}, 120_000);

afterAll(async () => {
	await stage?.app.close();
	if (stage) closeStores(stage.services.db);
	disk?.remove();
});

describe("whatever happens to the files of the store", () => {
	test.each(faults)(
		"when $what, an acceptance is refused in plain words, leaves nothing, and passes once that ends",
		{ timeout: 120_000 },
		async ({ prepare, begin, reason }) => {
			const { app, services } = stage;
			const asked = await readyToAccept();
			const { cookie } = asked;
			const pages = await readingsOf(asked);
			prepare?.(stage);
			const before = contents();
			const end = await begin(stage);

			const refused = await sentThrice(asked);
			const read = await Promise.all(pages.map((path) => app.ask({ path, cookie })));
			const health = await app.ask({ path: "/health" });
			await end();
			const after = contents();
			const recorded = await app.ask({ method: "POST", ...asked });
			const again = await app.ask({ method: "POST", ...asked });

			for (const answer of refused) expectUnavailable(answer);
			for (const answer of read.filter(({ status }) => status !== 200)) expectUnavailable(answer);
			expect([undefined, "60"]).toContain(health.headers["retry-after"]);
			expect(health.status).toBe(health.headers["retry-after"] ? 503 : 200);
			expect(differing(before, after)).toEqual([]);
			expect([recorded.status, again.status]).toEqual([303, 303]);
			expect(again.headers.location).toBe(recorded.headers.location);
			expect(acceptancesOf(asked)).toBe(1);
			expect(checkRows(services.db)).toEqual([]);
			services.incidents.bringAgain();
			expect(openIncidents(services.db).map((incident) => incident.reason)).toContain(reason);
			for (const path of pages) {
				expect((await app.ask({ path, cookie })).status, path).toBe(200);
			}
		},
	);
});

describe("a form that is sent ten times at once", () => {
	test("has one effect and one answer", async () => {
		const asked = await readyToAccept();

		const answers = await tenTimes(() => asked.form, asked);

		expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303));
		expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
		expect(acceptancesOf(asked)).toBe(1);
	});

	test("under one key with two bodies: the first is recorded, the other refused each time", async () => {
		const asked = await readyToAccept();
		const other = asked.form.map(([name, value]): [string, string] => [
			name,
			name === "identityBy" ? "SECURE_MAIL" : value,
		]);

		const answers = await tenTimes((index) => (index % 2 === 0 ? asked.form : other), asked);

		const statuses = answers.map(({ status }) => status);
		const [first, second] = statuses;
		expect(new Set([first, second])).toEqual(new Set([303, 409]));
		expect(statuses).toEqual(Array(5).fill([first, second]).flat());
		expect(acceptancesOf(asked)).toBe(1);
		const { body } = answers.find(({ status }) => status === 409) ?? { body: "" };
		expect(body).toContain('<html lang="fr"');
		expect(body).toMatch(/Rien n(&#x27;|')a été enregistré/);
	});
});

test("no worker dies of a store that fails: what is due is done once it is well again", async () => {
	const { services, noted, pass } = stage;
	const { situationPk } = stage.sent(told + 1);
	vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
	const workers = createWorkers(services);
	for (const worker of workers) worker.start();
	pass(30 * 86_400_000);
	noted.length = 0;

	const end = await readOnly.begin(stage);
	vi.advanceTimersByTime(2 * 3_600_000);
	await vi.waitFor(() => expect(failed()).toContain("timers"));
	await end();
	vi.advanceTimersByTime(60_000);
	await vi.waitFor(() => expect(struckIn(situationPk)).toBeGreaterThan(0));

	for (const worker of workers) worker.stop();
	vi.useRealTimers();
	expect(checkRows(services.db)).toEqual([]);

	function failed() {
		return noted.flatMap((line) => (line.event === "worker-failed" ? [line.worker] : []));
	}
});

function struckIn(situationPk: number): number {
	const { db } = stage.services;
	return historyOf(db, situationPk).filter(({ type }) => type === "clock-struck").length;
}

/** The same address at once, from ten connections. */
function tenTimes(
	formOf: (index: number) => [string, string][],
	{ path, cookie }: Ready,
): Promise<Answered[]> {
	return Promise.all(
		Array.from({ length: 10 }, (_, index) =>
			stage.app.ask({ method: "POST", path, cookie, form: formOf(index) }),
		),
	);
}

type Ready = {
	id: string;
	situationPk: number;
	path: string;
	cookie: string;
	form: [string, string][];
};

/** A form of an acceptance that would be recorded: its number was said on the telephone. */
async function readyToAccept(): Promise<Ready> {
	told += 1;
	const { situationPk } = stage.sent(told);
	const { db } = stage.services;
	const sent = db.select().from(handoffs).where(eq(handoffs.situationPk, situationPk)).get();
	const cookie = await stage.enter("crip-member");
	const path = `/handoffs/${sent?.recipientHandle}/accept`;
	const fields = await stage.form(path, cookie);
	const form = fields.map(([name, value]): [string, string] =>
		name === "number" ? [name, sent?.number ?? ""] : [name, value],
	);
	return { id: sent?.id ?? "", situationPk, path, cookie, form: [...form, ["stage", "record"]] };
}

/** As a document, as Remix's own script asks, and once more. */
function sentThrice({ path, cookie, form }: Ready): Promise<Answered[]> {
	const data = `${path}?_data=${encodeURIComponent("routes/handoffs.$handle.$act")}`;
	return Promise.all(
		[path, data, path].map((to) => stage.app.ask({ method: "POST", path: to, cookie, form })),
	);
}

/** Pages and files that the same person reads meanwhile. */
async function readingsOf({ path, cookie }: Ready): Promise<string[]> {
	const handoff = path.replace(/\/accept$/, "");
	const paths = ["/my-day", handoff, `${handoff}/slip`, "/account", "/protocols", "/directory"];
	const answers = await Promise.all(paths.map((one) => stage.app.ask({ path: one, cookie })));
	return paths.filter((_, index) => answers[index]?.status === 200);
}

function expectUnavailable({ status, headers, body }: Answered): void {
	expect(status).toBe(503);
	expect(headers["retry-after"]).toBe("60");
	expect(headers["content-type"]).toMatch(/^text\/html/);
	expect(headers["content-security-policy"]).toContain("default-src 'none'");
	expect(body).toContain('<html lang="fr">');
	expect(body).toContain('<section lang="en">');
	expect(body).toMatch(/<title>Service indisponible un instant – Espace professionnel<\/title>/);
	expect(body.match(/<h1>/g)).toHaveLength(1);
	expect(new Set(body.match(/<a href="[^"]*"/g))).toEqual(new Set(['<a href="/"']));
	expect(body).not.toMatch(/SQLITE|KEYS_|\bat .*\.(ts|js):\d|<script/);
}

/** How often history says that it was accepted. */
function acceptancesOf({ id, situationPk }: Ready): number {
	return historyOf(stage.services.db, situationPk).filter(
		(event) => event.type === "handoff-moved" && event.handoff === id && event.act === "ACCEPT",
	).length;
}

/** What every table holds, as a digest each. */
function contents(): Map<string, string> {
	const { $client } = stage.services.db;
	const names = $client.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck();
	return new Map(
		(names.all() as string[]).map((name) => {
			const rows = $client.prepare(`SELECT * FROM "${name}"`).raw().all();
			return [name, createHash("sha256").update(JSON.stringify(rows)).digest("hex")];
		}),
	);
}

function differing(before: Map<string, string>, after: Map<string, string>): string[] {
	return [...before.keys()].filter((table) => before.get(table) !== after.get(table));
}
