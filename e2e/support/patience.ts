import { expect as impatient } from "@playwright/test";

/** How long somebody looks for what they expect: a busy machine may be slow. In milliseconds. */
export const patienceMs = 15_000;

/** How long a journey of several people may take. In milliseconds. */
export const journeyMs = 120_000;

/** Expects as patiently as people do. */
export const expect = impatient.configure({ timeout: patienceMs });
