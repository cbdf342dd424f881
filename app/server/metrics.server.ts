import { type Figures, figuresOf } from "./figures.server.ts";
import type { Services } from "./services.server.ts";

/** A metric of Prometheus: each sample with its labels, all of them from closed lists. */
type Metric = {
	name: string;
	type: "counter" | "gauge";
	help: string;
	samples: { labels?: Record<string, string>; value: number | undefined }[];
};

/** What the text of the figures is, for whoever reads it. */
export const metricsType = "text/plain; version=0.0.4; charset=utf-8";

/** The figures as Prometheus reads them: the text format 0.0.4. */
export function metricsText(services: Services): string {
	const metrics = metricsOf(figuresOf(services), services.clock.now());
	return metrics.map(linesOf).join("");
}

function metricsOf(figures: Figures, now: number): Metric[] {
	return [...ofProcess(figures), ...ofStore(figures, now), ...ofFiles(figures, now)];
}

function ofProcess(figures: Figures): Metric[] {
	const { p50, p99 } = figures.loopDelay;
	return [
		gauge("build_info", "Always 1; the version is in its label.", [
			{ labels: { version: figures.version }, value: 1 },
		]),
		gauge("uptime_seconds", "Since the process started.", seconds(figures.uptimeMs)),
		{
			name: "answers_total",
			type: "counter",
			help: "Answers by part of the application and class of status; 5xx are errors.",
			samples: figures.answered.map(({ route, status, count }) => ({
				labels: { route, status },
				value: count,
			})),
		},
		gauge("event_loop_delay_seconds", "How late the event loop was in the last full minute.", [
			{ labels: { quantile: "0.5" }, value: p50 / 1000 },
			{ labels: { quantile: "0.99" }, value: p99 / 1000 },
		]),
		gauge(
			"sweep_age_seconds",
			"Since all due clocks were last looked at.",
			seconds(figures.silentMs),
		),
		gauge("sweep_silent", "1 when that is more than ten minutes ago.", one(Number(figures.silent))),
		gauge("clock_skew_seconds", "How wrong the clock was found.", seconds(figures.skewMs)),
		gauge(
			"incidents_waiting",
			"Incidents that the store has not taken yet.",
			one(figures.incidentsWaiting),
		),
	];
}

function ofStore({ store }: Figures, now: number): Metric[] {
	const answers = gauge("store_answers", "1 when the store could be read.", one(store ? 1 : 0));
	if (!store) return [answers];
	const age = store.oldestDueAt === undefined ? 0 : now - store.oldestDueAt;
	return [
		answers,
		{
			name: "journal_entries_total",
			type: "counter",
			help: "Entries of the journal, in tens.",
			samples: one(store.journalEntries),
		},
		gauge(
			"timers_open",
			"Clocks that run; below 11 it is 0, above in fives.",
			one(store.openTimers),
		),
		gauge(
			"timers_overdue",
			"Clocks that should have struck and did not.",
			one(store.overdueTimers),
		),
		gauge(
			"outbox_queued",
			"Messages that wait; below 11 it is 0, above in fives.",
			one(store.queued),
		),
		gauge(
			"outbox_age_seconds",
			"How long the oldest message is late; 0 when none is.",
			seconds(age),
		),
		gauge("checkpoint_timestamp_seconds", "The last checkpoint.", seconds(store.lastCheckpointAt)),
		gauge(
			"incidents_open",
			"Incidents that nobody has resolved.",
			store.incidents.map(({ source, reason, count }) => ({
				labels: { source, reason },
				value: count,
			})),
		),
	];
}

function ofFiles({ bytes, lastBackupAt }: Figures, now: number): Metric[] {
	const { store, log, keys, free } = bytes;
	return [
		gauge("clock_seconds", "What the clock of the server says.", seconds(now)),
		gauge("backup_timestamp_seconds", "The last whole backup.", seconds(lastBackupAt)),
		gauge("file_bytes", "Sizes of the files.", [
			{ labels: { file: "store" }, value: store },
			{ labels: { file: "log" }, value: log },
			{ labels: { file: "keys" }, value: keys },
		]),
		gauge("disk_free_bytes", "What is free where the store lies.", one(free)),
	];
}

function gauge(name: string, help: string, samples: Metric["samples"]): Metric {
	return { name, type: "gauge", help, samples };
}

function one(value: number | undefined): Metric["samples"] {
	return [{ value }];
}

function seconds(milliseconds: number | undefined): Metric["samples"] {
	return one(milliseconds === undefined ? undefined : Math.round(milliseconds) / 1000);
}

function linesOf({ name, type, help, samples }: Metric): string {
	const known = samples.filter(({ value }) => value !== undefined);
	if (known.length === 0) return "";
	const lines = known.map(({ labels, value }) => `relais_${name}${labelsOf(labels)} ${value}\n`);
	return `# HELP relais_${name} ${help}\n# TYPE relais_${name} ${type}\n${lines.join("")}`;
}

function labelsOf(labels: Record<string, string> = {}): string {
	const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
	return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
