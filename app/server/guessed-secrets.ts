/**
 * The secrets that somebody could try to guess; `proof` is a password or a code of who is in
 * already, counted apart: whoever tries at the door does not keep them from their work.
 */
export const guessedSecrets = [
	"password",
	"code",
	"passkey",
	"link",
	"proof",
	"handoff-number",
	"pairing-number",
] as const;
