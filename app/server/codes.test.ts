import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import { expect, test } from "vitest";
import { backupCodes, codeSecrets } from "#db/schema/factors.ts";
import { newBackupCodes, takeBackupCode } from "./backup-codes.server.ts";
import { codeSetupOf, takeCode } from "./codes.server.ts";
import { inhabited, minute } from "./inhabited.for-tests.ts";
import type { Services } from "./services.server.ts";

const halfMinute = 30_000;
const ada = { userId: "ada", label: "Référente A" };

test("the codes are those of the standard, so that any application makes them", async () => {
	// RFC 6238, appendix B, for SHA-1: the last six of its eight digits.
	const code = await createOTP("12345678901234567890").hotp(Math.floor(59 / 30));

	expect(code).toBe("287082");
});

test("a code is taken once: shown to somebody else a second later, it is worth nothing", async () => {
	const { services, codeAt } = await linked();
	const code = await codeAt(0);

	expect(await takeCode(services, "ada", code)).toBe(true);
	expect(await takeCode(services, "ada", code)).toBe(false);
	services.pass(halfMinute);
	expect(await takeCode(services, "ada", code)).toBe(false);
	expect(await takeCode(services, "ada", await codeAt(0))).toBe(true);
});

test("two who give the same code at once are not both let in", async () => {
	const { services, codeAt } = await linked();
	const code = await codeAt(0);

	const taken = await Promise.all([1, 2, 3].map(() => takeCode(services, "ada", code)));

	expect(taken.filter(Boolean)).toHaveLength(1);
});

test("a clock may be half a minute off, no more; and no code before the last one is taken", async () => {
	const { services, codeAt } = await linked();
	const codes = await Promise.all([-2, -1, 0, 1, 2].map(codeAt));
	const [older = "", old = "", , next = "", later = ""] = codes;

	expect(await takeCode(services, "ada", older)).toBe(false);
	expect(await takeCode(services, "ada", later)).toBe(false);
	expect(await takeCode(services, "ada", next)).toBe(true);
	expect(await takeCode(services, "ada", old)).toBe(false);
});

test("a secret proves nothing until its first code, and is not shown once it does", async () => {
	const { services } = await inhabited();
	const first = await codeSetupOf(services, ada);
	const again = await codeSetupOf(services, ada);
	const code = await codeOf(services, first.secret, 0);

	expect(again).toEqual(first);
	expect(await takeCode(services, "ada", code)).toBe(false);
	expect(await takeCode(services, "ada", code, true)).toBe(true);
	expect((await codeSetupOf(services, ada)).secret).not.toBe(first.secret);
	services.pass(halfMinute);
	expect(await takeCode(services, "ada", await codeOf(services, first.secret, 0))).toBe(true);
});

test("a secret that nobody answered within the hour is made anew", async () => {
	const { services } = await inhabited();
	const first = await codeSetupOf(services, ada);

	services.pass(60 * minute);

	expect((await codeSetupOf(services, ada)).secret).not.toBe(first.secret);
});

test("the store holds the secret encrypted, and the codes on paper as hashes", async () => {
	const { services, secret } = await linked();
	const codes = newBackupCodes(services, "ada");

	const kept = JSON.stringify([
		services.db.select().from(codeSecrets).all(),
		services.db.select().from(backupCodes).all(),
	]);

	expect(kept).not.toContain(secret);
	for (const code of codes) {
		expect(code).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}$/);
		expect(kept).not.toContain(code.replaceAll("-", ""));
	}
	expect(new Set(codes).size).toBe(10);
});

test("a code on paper works once, however it is typed, and for its owner alone", async () => {
	const { services } = await linked();
	const [first = "", second = ""] = newBackupCodes(services, "ada");

	expect(takeBackupCode(services, "bea", first)).toBe(false);
	expect(takeBackupCode(services, "ada", first.toLowerCase().replaceAll("-", " "))).toBe(true);
	expect(takeBackupCode(services, "ada", first)).toBe(false);
	newBackupCodes(services, "ada");
	expect(takeBackupCode(services, "ada", second)).toBe(false);
});

async function linked() {
	const { services } = await inhabited();
	const { secret } = await codeSetupOf(services, ada);
	await takeCode(services, "ada", await codeOf(services, secret, 0), true);
	// The code of the linking was one use: what follows has the next half-minute.
	services.pass(2 * halfMinute);
	return {
		services,
		secret,
		codeAt: (halfMinutes: number) => codeOf(services, secret, halfMinutes),
	};
}

function codeOf({ clock }: Services, secret: string, halfMinutes: number): Promise<string> {
	const step = Math.floor(clock.now() / halfMinute) + halfMinutes;
	return createOTP(base32.decode(secret)).hotp(step);
}
