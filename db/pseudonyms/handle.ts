import type { Random } from "./code.ts";

/** 128 random bits as base64url: the only kind of name that an address carries. */
export function drawHandle(random: Random): string {
	return Buffer.from(random.bytes(16)).toString("base64url");
}

/** Whether a text could be a handle at all; asked before the store is. */
export function isHandle(text: string): boolean {
	return /^[A-Za-z0-9_-]{22}$/.test(text);
}
