// `npm run relais -- <command>`: the operator's commands, on the project's own Node.
import { ensureInstalled, projectNode, run } from "./prepare.mjs";

await ensureInstalled({ quiet: true });
process.exitCode = await run(projectNode(), ["app/cli/main.ts", ...process.argv.slice(2)]);
