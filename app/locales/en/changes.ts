import type { Translation } from "#app/i18n/translation.ts";
import type { changes as fr } from "../fr/changes.ts";

export const changes = {
	kinds: {
		protocol: "Protocol",
		role: "Role",
		phase: "Phase",
		step: "Step",
		group: "Group",
		track: "Track",
		interruption: "At any moment",
	},
	change: { added: "new", removed: "gone", moved: "moved", changed: "changed" },
	news: {
		title: "What is new",
		lead_one: "{{count}} part changed since the version published on {{date}}.",
		lead_other: "{{count}} parts changed since the version published on {{date}}.",
		show: "See what is new",
	},
	before: "before: {{words}}",
	after: "now: {{words}}",
	nothingBefore: "before: nothing",
	nothingAfter: "now: nothing",
	retire: "Retire this protocol",
} satisfies Translation<typeof fr>;
