import "#app/locales/needed/operator.ts";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { Section } from "#app/ui/page.tsx";
import type { ShownFigures } from "./shown-figures.ts";

type Props = { figures: ShownFigures; now: number; timeZone: string };

/** What is being done, and what waits. Counts of what people do are rough. */
export function WorkFigures({ figures, now, timeZone }: Props) {
	const t = useT("operator");
	const rough = useRough();
	const ago = useAgo(now, timeZone);
	const { number } = useFormat(timeZone);
	const { store, silentMs, journalLastHour, incidentsWaiting } = figures;
	const known = (of: (figures: NonNullable<typeof store>) => ReactNode) =>
		store ? of(store) : t("unknown");
	return (
		<Figures
			title={t("work.title")}
			rows={[
				[t("work.swept"), ago(now - silentMs)],
				[t("work.openTimers"), known(({ openTimers }) => rough(openTimers))],
				[t("work.overdueTimers"), known(({ overdueTimers }) => number(overdueTimers))],
				[t("work.queued"), known(({ queued }) => rough(queued))],
				[t("work.oldest"), known(({ oldestDueAt }) => ago(oldestDueAt))],
				[t("work.journal"), rough(journalLastHour)],
				[t("work.incidents"), known(({ incidents }) => number(incidents))],
				[t("work.waiting"), number(incidentsWaiting)],
			]}
		/>
	);
}

/** What would bring everything back, or prove it. */
export function WitnessFigures({ figures, now, timeZone }: Props) {
	const t = useT("operator");
	const ago = useAgo(now, timeZone);
	const { store, backups, lastBackupAt } = figures;
	return (
		<Figures
			title={t("witness.title")}
			rows={[
				[t("witness.backup"), backups ? ago(lastBackupAt) : t("witness.backupUnset")],
				[t("witness.checkpoint"), store ? ago(store.lastCheckpointAt) : t("unknown")],
			]}
		/>
	);
}

/** The process, and the disk that it stands on. */
export function MachineFigures({ figures, now, timeZone }: Props) {
	const t = useT("operator");
	const ago = useAgo(now, timeZone);
	const { number } = useFormat(timeZone);
	const { version, uptimeMs, skewMs, bytes, loopDelay } = figures;
	const size = (of: number | null) =>
		of === null ? t("unknown") : t("machine.megabytes", { count: number(Math.ceil(of / 1e6)) });
	return (
		<Figures
			title={t("machine.title")}
			rows={[
				[t("machine.version"), version],
				[t("machine.started"), ago(now - uptimeMs)],
				[
					t("machine.clock"),
					skewMs === 0
						? t("machine.clockRight")
						: t("machine.clockWrong", { count: Math.ceil(skewMs / 60_000) }),
				],
				[
					t("machine.delay"),
					t("machine.delayIn", { p50: number(loopDelay.p50), p99: number(loopDelay.p99) }),
				],
				[t("machine.store"), size(bytes.store)],
				[t("machine.log"), size(bytes.log)],
				[t("machine.keys"), size(bytes.keys)],
				[t("machine.free"), size(bytes.free)],
			]}
		/>
	);
}

function Figures({ title, rows }: { title: string; rows: [term: string, value: ReactNode][] }) {
	return (
		<Section title={title}>
			<DataList items={rows.map(([term, description]) => ({ term, description }))} />
		</Section>
	);
}

/** A count below eleven comes as nought: it is not told. */
function useRough(): (count: number) => string {
	const t = useT("operator");
	const { number } = useFormat();
	return (count) => (count === 0 ? t("few") : t("about", { count: number(count) }));
}

function useAgo(now: number, timeZone: string): (at: number | null) => string {
	const t = useT("operator");
	const { relative } = useFormat(timeZone);
	return (at) => (at === null ? t("none") : relative(at, now));
}
