import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { migrate } from "#db/client.ts";
import { makeWrappingKey } from "#db/keys/wrapping-key.ts";
import { closeStores, openStores, placesIn } from "#db/stores.ts";
import { readSecret } from "./environment.server.ts";
import { testServices } from "./services.for-tests.ts";
import { startFaultOf } from "./start-faults.server.ts";
import { fillDisk, smallDisk } from "./store-faults.for-tests.ts";

const { environment } = testServices();
const disks: ReturnType<typeof smallDisk>[] = [];
afterEach(() => {
	for (const disk of disks.splice(0)) disk?.remove();
});

const timeout = 120_000;

test("on a full disk it says so in one sentence", { timeout }, async (context) => {
	const data = onSmallDisk();
	if (!data) return context.skip("No disk may be mounted here.");
	const makeRoom = fill(dirname(data));

	const { code, said } = await start(data);
	makeRoom();

	expect(code).toBe(1);
	expect(said).toBe(
		`Relais does not start. There is no room left on the disk of ${data}: make some, then start again.\nRelais ne démarre pas. Il n’y a plus de place sur le disque de ${data} : faites-en, puis démarrez de nouveau.\n`,
	);
	expect(() => make(data)).not.toThrow();
});

test("a key or a secret for which there is no room is not left by half", (context) => {
	const data = onSmallDisk();
	if (!data) return context.skip("No disk may be mounted here.");
	mkdirSync(data);
	const makeRoom = fill(dirname(data));
	const [key, secret] = [join(data, "wrapping.key"), join(data, "secret")];

	expect(() => makeWrappingKey(key)).toThrow(/ENOSPC/);
	expect(() => readSecret({ ...environment, dataDirectory: data })).toThrow(/ENOSPC/);

	expect([key, secret].map((file) => existsSync(file))).toEqual([false, false]);
	makeRoom();
	expect(readSecret({ ...environment, dataDirectory: data })).toHaveLength(43);
	expect(() => make(data)).not.toThrow();
});

test.each([
	["a first start", (_: string) => {}],
	["a store that is there", make],
])(
	"on a disk that can only be read, %s ends with one sentence and leaves nothing",
	{ timeout },
	async (_, prepare) => {
		const data = onSmallDisk();
		// Said by the tests above.
		if (!data) return;
		prepare(data);
		const mounted = dirname(data);
		const before = readdirSync(mounted, { recursive: true }).sort();
		expect(spawnSync("mount", ["-o", "remount,ro", mounted]).status).toBe(0);

		const { code, said } = await start(data);

		expect(code).toBe(1);
		expect(said).toBe(
			`Relais does not start. ${data} is on a disk that can only be read: have it mounted for writing, or set DATA_DIR to another one, then start again.\nRelais ne démarre pas. ${data} est sur un disque en lecture seule : faites-le monter en écriture, ou donnez un autre DATA_DIR, puis démarrez de nouveau.\n`,
		);
		expect(readdirSync(mounted, { recursive: true }).sort()).toEqual(before);
	},
);

test.each([
	["SQLITE_FULL", "There is no room left"],
	["ENOSPC", "There is no room left"],
	["EDQUOT", "There is no room left"],
	["EROFS", "can only be read"],
	["EACCES", "This account may not write to /data"],
	["SQLITE_CANTOPEN", "This account may not write to /data"],
	["SQLITE_READONLY_DIRECTORY", "This account may not write to /data"],
	["SQLITE_BUSY", "Another process holds the store"],
	["SQLITE_IOERR_READ", "The disk of /data failed"],
])("%s at the start is said with what to do, in both languages", (code, said) => {
	const fault = startFaultOf(Object.assign(new Error("x"), { code }), { dataDirectory: "/data" });

	expect(fault?.english).toContain(said);
	expect(fault?.french).toContain("/data");
});

test("a port that may not be listened on is no fault of the disk", () => {
	const error = Object.assign(new Error("x"), { code: "EACCES", syscall: "listen" });

	expect(startFaultOf(error, { dataDirectory: "/data" })).toBeUndefined();
	expect(startFaultOf(new Error("x"), { dataDirectory: "/data" })).toBeUndefined();
});

function onSmallDisk(): string | undefined {
	const disk = smallDisk();
	disks.push(disk);
	return disk?.directory;
}

/** Leaves no byte. @returns what makes room again */
function fill(directory: string): () => void {
	const filler = join(directory, "filler");
	fillDisk(filler);
	return () => rmSync(filler);
}

/** Makes an empty store, as a first start does. */
function make(data: string): void {
	const db = openStores(placesIn(data));
	migrate(db);
	closeStores(db);
}

/** Starts a server on a directory where it cannot. */
async function start(data: string) {
	const server = spawn(process.execPath, ["app/server/main.ts"], {
		env: {
			...{ PATH: process.env.PATH, NODE_ENV: "production", DATA_DIR: data },
			...{ RELAIS_DEMO: "0", RELAIS_ORIGIN: "https://relais.example.org", PORT: "0" },
		},
	});
	let said = "";
	server.stderr.on("data", (chunk) => {
		said += chunk;
	});
	const [code] = await once(server, "close");
	return { code, said };
}
