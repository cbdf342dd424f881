import { z } from "zod";

/** Drops the draft of the page: there is nothing to choose. */
export const dropForm = z.object({ act: z.literal("drop") });
