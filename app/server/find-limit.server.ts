import type { TriesLimit } from "./tries.server.ts";

/** Codes that lead nowhere, in an hour, before a member's search pauses: nobody guesses their way in. */
export const findLimit: TriesLimit = {
	purpose: "find-situation",
	most: 20,
	withinMs: 60 * 60 * 1000,
};
