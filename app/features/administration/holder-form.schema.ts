import { z } from "zod";

/** What the page of somebody who has a duty sends. */
export const holderForm = z.object({ act: z.enum(["close", "open"]) });
