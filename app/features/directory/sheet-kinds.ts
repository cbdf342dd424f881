/** What a partner structure may be; the directory words each. */
export const sheetKinds = [
	"school",
	"outreach",
	"crip",
	"ase",
	"care-home",
	"health",
	"specialist",
	"justice",
	"coordination",
	"insertion",
	"family-support",
	"other",
] as const;
