import { z } from "zod";

/** A shared version to start a draft from: the territory that shares it, and its hash. */
export const startForm = z.object({
	territory: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/),
	version: z.string().regex(/^[0-9a-f]{64}$/),
});
