import { findingsOf } from "#db/checks.ts";
import type { Db } from "#db/client.ts";
import type { Draft } from "#db/drafts.ts";
import type { Finding } from "#protocols/checker/finding.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";

/** A draft, ready to draw, with what the checker says of it. */
export type LookedOver = { compiled: CompiledProtocol; found: Finding[] };

/** The latest drafts by id and revision: going from part to part checks nothing again. */
const known = new Map<string, LookedOver & { at: number }>();
const mostKnown = 20;
/** The directory may have changed since. */
const lastsMs = 60_000;

/** Compiles and checks a draft, once for each of its revisions and minute. */
export function lookOver(
	db: Db,
	draft: Draft,
	{ territoryId, at }: { territoryId: string; at: number },
): LookedOver {
	const key = `${draft.id} ${draft.revision}`;
	const already = known.get(key);
	if (already && at - already.at < lastsMs) return already;

	const compiled = compileProtocol(draft.protocol);
	const found = findingsOf(db, territoryId, draft.protocol, compiled);
	const [oldest] = known.keys();
	if (known.size >= mostKnown && oldest) known.delete(oldest);
	const looked = { compiled, found, at };
	known.set(key, looked);
	return looked;
}
