/** What an operator should do something about, the most pressing first. */
export const concerns = [
	"store",
	"silent",
	"overdue",
	"clock",
	"disk",
	"incidents",
	"outbox",
	"backup",
	"checkpoint",
	"slow",
] as const;

export type Concern = (typeof concerns)[number];
