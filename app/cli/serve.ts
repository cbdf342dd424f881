import type { Command } from "commander";
import { serve } from "#app/server/serve.server.ts";

/** `relais serve`: the web server, as `npm start` runs it. */
export function addServe(program: Command): void {
	program
		.command("serve")
		.description("Serves the application until it is told to stop.")
		.action(() => serve(process.env));
}
