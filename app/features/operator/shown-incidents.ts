import type { Incident } from "#db/incidents.ts";

/** An incident as its page shows it: who looks after it by the label that colleagues know. */
export type ShownIncident = Pick<
	Incident,
	"id" | "source" | "reason" | "openedAt" | "latestAt" | "times"
> & {
	/** The label of whoever looks after it. */
	owner: string | null;
	/** Whether that is the reader. */
	own: boolean;
};

/** Leaves out what a page does not need. */
export function shownIncidents(incidents: readonly Incident[], memberId: string): ShownIncident[] {
	return incidents.map(
		({ ownerId, ownerLabel, id, source, reason, openedAt, latestAt, times }) => ({
			...{ id, source, reason, openedAt, latestAt, times },
			owner: ownerLabel,
			own: ownerId === memberId,
		}),
	);
}
