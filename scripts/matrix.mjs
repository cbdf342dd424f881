// `npm run matrix`: asks every route, in every way, for every kind of account and every relation.
// `npm run matrix -- --payloads` also writes down names of data that are new; read them before you
// keep them. `RELAIS_SEED=…` asks again what a seed asked.
import { ensureInstalled, runTool } from "./prepare.mjs";

await ensureInstalled();
const writes = process.argv.includes("--payloads");
process.exitCode = await runTool("vitest/vitest.mjs", ["run", "app/server/matrix"], {
	env: { RELAIS_MATRIX: "whole", ...(writes ? { RELAIS_PAYLOADS: "write" } : {}) },
});
