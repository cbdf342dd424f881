import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportAnswer } from "#app/server/protocol-exports.server.ts";
import { openPublished } from "#app/server/readable-protocols.server.ts";

/** A published protocol as a file. */
export async function loader(args: LoaderFunctionArgs) {
	return exportAnswer(args, await openPublished(args));
}
