import { z } from "zod";

/** Takes the version that is on screen out of use. */
export const retireForm = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });
