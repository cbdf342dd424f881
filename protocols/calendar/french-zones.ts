/** The time zones of French territories, the metropole first. */
export const frenchZones = [
	"Europe/Paris",
	"America/Guadeloupe",
	"America/Martinique",
	"America/Cayenne",
	"Indian/Reunion",
	"Indian/Mayotte",
	"America/Miquelon",
	"America/St_Barthelemy",
	"America/Marigot",
	"Pacific/Noumea",
	"Pacific/Tahiti",
	"Pacific/Marquesas",
	"Pacific/Gambier",
	"Pacific/Wallis",
] as const;
export type FrenchZone = (typeof frenchZones)[number];
