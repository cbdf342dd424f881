import { z } from "zod";

/** What locks and unlocks: the wish, and what proves who one is. */
export const lockForm = z.object({
	wish: z.enum(["lock", "unlock"]),
	password: z.string().max(256).optional(),
	code: z.string().max(40).optional(),
});
