/** What the doctor looks at, in the order in which it is told. */
export const areas = [
	"configuration",
	"versions",
	"keys",
	"store",
	"clock",
	"mail",
	"disk",
	"backups",
	"checkpoints",
	"incidents",
] as const;

/** One of the things that the doctor looks at. */
export type Area = (typeof areas)[number];

/** Everything that may be found, with the values that its sentences name. */
export type Found =
	| { code: "environment-wrong"; sentence: string }
	| { code: "demonstration-beside-real" }
	| { code: "demonstration-public" }
	| { code: "origin-unset" }
	| { code: "origin-not-https"; origin: string }
	| { code: "proxy-unset" }
	| { code: "secret-short"; file: string }
	| { code: "node-old"; version: string }
	| { code: "wrapping-key-beside"; file: string }
	| { code: "wrapping-key-unusable"; sentence: string }
	| { code: "wrapping-key-in-backups"; file: string }
	| { code: "keys-missing"; file: string }
	| { code: "keys-locked" }
	| { code: "keys-lacking"; count: number }
	| { code: "store-none"; file: string }
	| { code: "store-damaged"; file: string }
	| { code: "references-broken"; count: number }
	| { code: "schema-behind"; migrations: number }
	| { code: "schema-ahead" }
	| { code: "data-open"; directory: string; mode: string }
	| { code: "clock-behind"; instant: string }
	| { code: "clock-before-program"; instant: string }
	| { code: "clock-unkept" }
	| { code: "mail-unset" }
	| { code: "mail-unreachable"; host: string; port: number }
	| { code: "operator-unset" }
	| { code: "disk-low"; megabytes: number }
	| { code: "log-large"; megabytes: number }
	| { code: "backups-unset" }
	| { code: "backup-none"; directory: string }
	| { code: "backup-old"; instant: string }
	| { code: "backup-beside-data"; directory: string }
	| { code: "identity-beside-backups"; file: string }
	| { code: "checkpoint-none" }
	| { code: "checkpoint-old"; instant: string }
	| { code: "incidents-open"; count: number };

/** A finding: `must` is something that somebody has to do; `should` is advice. */
export type Finding = Found & { area: Area; weight: "must" | "should" };
