// `npm run bench`: installs what is missing, builds what changed, then measures the budgets.
import { spawn } from "node:child_process";
import { ensureBuilt, ensureInstalled, projectNode, root } from "./prepare.mjs";

await ensureInstalled();
await ensureBuilt();

const bench = spawn(
	projectNode(),
	["--disable-warning=ExperimentalWarning", "bench/run.ts", ...process.argv.slice(2)],
	{ cwd: root, stdio: "inherit" },
);
bench.on("close", (code) => process.exit(code ?? 1));
