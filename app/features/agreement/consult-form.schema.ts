import { z } from "zod";

/** Opens a consultation about the revision that is on screen, or takes the open one back. */
export const consultForm = z.discriminatedUnion("act", [
	z.object({ act: z.literal("open"), seen: z.coerce.number().int().min(0).max(1_000_000) }),
	z.object({ act: z.literal("withdraw"), consultation: z.string().regex(/^[\w-]{22}$/) }),
]);
