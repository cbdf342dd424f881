import type { Figures } from "#app/server/figures.server.ts";

/** The figures as a page reads them: what is not known is null. */
export type ShownFigures = Omit<Figures, "store" | "lastBackupAt" | "bytes"> & {
	store:
		| (Omit<NonNullable<Figures["store"]>, "oldestDueAt" | "lastCheckpointAt" | "incidents"> & {
				oldestDueAt: number | null;
				lastCheckpointAt: number | null;
				incidents: number;
		  })
		| null;
	lastBackupAt: number | null;
	bytes: Omit<Figures["bytes"], "free"> & { free: number | null };
};

/** Words nothing yet: only what JSON cannot say is said otherwise. */
export function shownFigures({ store, lastBackupAt, bytes, ...figures }: Figures): ShownFigures {
	return {
		...figures,
		lastBackupAt: lastBackupAt ?? null,
		bytes: { ...bytes, free: bytes.free ?? null },
		store: store
			? {
					...store,
					oldestDueAt: store.oldestDueAt ?? null,
					lastCheckpointAt: store.lastCheckpointAt ?? null,
					incidents: store.incidents.reduce((sum, { count }) => sum + count, 0),
				}
			: null,
	};
}
