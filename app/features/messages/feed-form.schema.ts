import { z } from "zod";

/** What becomes of the address of one's due dates. */
export const feedForm = z.object({ change: z.enum(["make", "withdraw"]) });
