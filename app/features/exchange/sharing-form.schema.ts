import { z } from "zod";

/** Whether the published version is shared with the other territories from now on. */
export const sharingForm = z.object({
	share: z.enum(["yes", "no"]),
	/** The version that the page showed: another one may have been published meanwhile. */
	version: z.string().regex(/^[0-9a-f]{64}$/),
});
