import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleWriter } from "./bundle.ts";
import type { Stage } from "./campaign.ts";
import { settle } from "./territory.ts";

/** Makes what campaigns work with, once for all of them. */
export async function makeStage(): Promise<Stage & { remove(): void }> {
	const { program, remove } = await bundleWriter();
	const directory = mkdtempSync(join(tmpdir(), "relais-crash-"));
	const store = join(directory, "settled");
	const territory = settle(store);
	return {
		program,
		store,
		territory,
		remove() {
			remove();
			rmSync(directory, { recursive: true, force: true });
		},
	};
}
