import { z } from "zod";

/** Which sessions end: one of one's own, or all but this one. */
export const endSessionsForm = z.object({ end: z.string().min(1).max(64) });
