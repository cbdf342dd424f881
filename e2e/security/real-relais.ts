import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type CDPSession, expect, type Page } from "@playwright/test";
import { hashPassword } from "better-auth/crypto";
import { migrate } from "#db/client.ts";
import { setPassword } from "#db/credentials.ts";
import { members } from "#db/schema/structures.ts";
import { settleSmallTerritory } from "#db/small-territory.ts";
import { closeStores, openStores, placesIn } from "#db/stores.ts";
import { answering, freePort, serve } from "./own-relais.ts";
import { keptByBrowser, nothingKept, watch } from "./watch.ts";

/** A Relais where nothing is made up: a small territory, whose people have a password and no more. */
export type RealRelais = { origin: string };

/** Their password. */
export const realPassword = "quatre mots sans aucun lien";

export const test = base.extend<object, { relais: RealRelais }>({
	relais: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are used here
		async ({}, use) => {
			const directory = mkdtempSync(join(tmpdir(), "relais-real-"));
			await settle(directory);
			const port = await freePort();
			const server = serve(port, directory, "0");
			const origin = `http://localhost:${port}`;
			await answering(server, origin);
			await use({ origin });
			server.kill("SIGTERM");
			await once(server, "exit");
			rmSync(directory, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 60_000 },
	],
	baseURL: ({ relais }, use) => use(relais.origin),
	/** Whatever a test does in the browser: nothing goes outside, is complained of, or is kept. */
	page: async ({ page, relais }, use) => {
		const noted = watch(page, relais.origin);
		await use(page);
		expect(noted).toEqual([]);
		if (page.url().startsWith(relais.origin))
			expect(await keptByBrowser(page)).toEqual(nothingKept);
	},
});

export { expect } from "@playwright/test";

/** Gives a browser a device that holds passkeys; it knows its holder, unless told otherwise. */
export async function withDevice(
	page: Page,
	transport: "internal" | "usb" = "internal",
): Promise<Device> {
	const session = await page.context().newCDPSession(page);
	await session.send("WebAuthn.enable");
	const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
		options: {
			protocol: "ctap2",
			transport,
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	return deviceOf(session, authenticatorId);
}

/** A device, as far as tests turn its knobs. */
export type Device = {
	/** Whether it knows who holds it. */
	knows(holder: boolean): Promise<void>;
	/** Loses its keys. */
	forgets(): Promise<void>;
	keys(): Promise<number>;
};

function deviceOf(session: CDPSession, authenticatorId: string): Device {
	return {
		async knows(isUserVerified) {
			await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
		},
		async forgets() {
			await session.send("WebAuthn.clearCredentials", { authenticatorId });
		},
		async keys() {
			const held = await session.send("WebAuthn.getCredentials", { authenticatorId });
			return held.credentials.length;
		},
	};
}

async function settle(directory: string): Promise<void> {
	const db = openStores(placesIn(directory));
	migrate(db);
	settleSmallTerritory(db);
	const hash = await hashPassword(realPassword);
	db.transaction((tx) => {
		for (const { userId } of tx.select().from(members).all()) setPassword(tx, userId, hash, 0);
	});
	closeStores(db);
}
