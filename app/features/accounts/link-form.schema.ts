import { z } from "zod";

/** What the page of the link with the provider sends. */
export const linkForm = z.object({ act: z.enum(["link", "unlink"]) });
