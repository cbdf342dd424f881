import type { AuditScreen } from "#db/audit.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Act } from "../policy.server.ts";
import type { Relation, Subject } from "./relations.ts";

/**
 * Who may ask: whoever comes, whoever comes and is not signed in all the way, whoever is signed in so far only
 * that a second proof is missing, whoever locked their screen, whoever is signed in, or whoever the
 * policy lets do an act.
 */
export type Audience = "anyone" | "signed-out" | "halfway" | "locked" | "member" | { may: Act };

/** One way to ask one address. */
export type Rule<Of extends Subject = Subject> = {
	who: Audience;
	/** To whom it opens, among those who may ask; for anybody else it is absent. */
	to: readonly Relation<Of>[];
};

type EntryAbout<Of extends Subject> = {
	/** What is there, for a reader who knows the field and not the program. */
	words: Text;
	about: Of;
	/** How reading it is called in the trail; nothing where no situation is shown. */
	reads?: AuditScreen;
	/** Further conditions, which the protocol or the row itself decides. */
	further?: Text;
	/** Read (`GET`, `HEAD`) and act (`POST`); what is not named is refused. */
	GET?: Rule<Of>;
	POST?: Rule<Of>;
};

/** What the policy says of one route. */
export type Entry = { [Of in Subject]: EntryAbout<Of> }[Subject];

/** The methods that reach a page; the guard refuses the others. */
export const policedMethods = ["GET", "POST"] as const;
export type PolicedMethod = (typeof policedMethods)[number];
