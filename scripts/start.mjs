// `npm start`: installs what is missing, builds what changed, serves Relais.
import { spawn } from "node:child_process";
import { ensureBuilt, ensureInstalled, projectNode, root } from "./prepare.mjs";

await ensureInstalled();
await ensureBuilt();

console.log("Starting Relais.");
const server = spawn(projectNode(), ["--max-old-space-size=512", "app/server/main.ts"], {
	cwd: root,
	stdio: "inherit",
	env: { ...process.env, NODE_ENV: "production" },
});
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill(signal));
server.on("close", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
