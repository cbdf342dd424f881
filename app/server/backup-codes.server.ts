import { createHmac } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { backupCodes } from "#db/schema/factors.ts";
import type { Services } from "./services.server.ts";

/** Codes on paper for the day when the telephone is lost. */
const howMany = 10;

/* Neither 0, 1, I, L nor O, which are read as each other; no vowel, hence no word. */
const symbols = "23456789BCDFGHJKMNPQRSTVWXYZ";
const symbolsInCode = 12;

/**
 * Makes ten new codes in place of those that were left. They are shown once: only keyed hashes stay.
 *
 * @returns the codes, in groups of four
 */
export function newBackupCodes(services: Services, userId: string): string[] {
	const codes = Array.from({ length: howMany }, () => drawCode(services));
	services.db.transaction(
		(tx) => {
			tx.delete(backupCodes).where(eq(backupCodes.userId, userId)).run();
			tx.insert(backupCodes)
				.values(codes.map((code) => ({ hash: hashOf(services, userId, code), userId })))
				.run();
		},
		{ behavior: "immediate" },
	);
	return codes.map((code) => code.replaceAll(/(.{4})(?=.)/g, "$1-"));
}

/** Takes a code on paper, once. */
export function takeBackupCode(services: Services, userId: string, code: string): boolean {
	const { changes } = services.db
		.delete(backupCodes)
		.where(
			and(eq(backupCodes.userId, userId), eq(backupCodes.hash, hashOf(services, userId, code))),
		)
		.run();
	return changes === 1;
}

/** Forgets the codes of an account. */
export function forgetBackupCodes({ db }: Pick<Services, "db">, userId: string): void {
	db.delete(backupCodes).where(eq(backupCodes.userId, userId)).run();
}

/** Whether something typed has the form of a code on paper, spaces and dashes aside. */
export function looksLikeBackupCode(typed: string): boolean {
	return tidy(typed).length === symbolsInCode;
}

function drawCode({ random }: Services): string {
	let code = "";
	while (code.length < symbolsInCode) {
		// A byte beyond the last whole round would make the first symbols likelier.
		for (const byte of random.bytes(symbolsInCode)) {
			if (byte < 252 && code.length < symbolsInCode) code += symbols[byte % symbols.length];
		}
	}
	return code;
}

function hashOf({ secret }: Services, userId: string, code: string): string {
	return createHmac("sha256", secret)
		.update(`backup-code\0${userId}\0${tidy(code)}`)
		.digest("base64url");
}

function tidy(typed: string): string {
	return typed.toUpperCase().replaceAll(/[\s-]/g, "");
}
