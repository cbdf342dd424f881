import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportAnswer } from "#app/server/protocol-exports.server.ts";
import { openDraft } from "#app/server/readable-protocols.server.ts";

/** A draft as a file, for those who write it. */
export async function loader(args: LoaderFunctionArgs) {
	return exportAnswer(args, await openDraft(args));
}
