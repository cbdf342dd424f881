import type { Due } from "./due.ts";
import { useFormat } from "./use-format.ts";
import { useT } from "./use-t.ts";

/** The shape that goes with a due instant, for `<Mark>` and `<StatusTag>`. */
export function dueMark({ kind }: Due): "late" | "suspended" | "waiting" {
	return ({ late: "late", paused: "suspended", ahead: "waiting" } as const)[kind];
}

/** Words a due instant: "encore 3 h", "dans 2 jours ouvrés, mardi 24", "en retard d'un jour". */
export function useDue(timeZone?: string): (due: Due) => string {
	const t = useT("due");
	const format = useFormat(timeZone);
	return ({ kind, unit, n: count, at, later }) => {
		if (kind === "paused") return t("paused");
		if (kind === "late") return t(`late.${unit}`, { count });
		if (unit === "working-days" || unit === "days") {
			return t(`ahead.${unit}`, { count, day: format.day(at) });
		}
		const left = t(`ahead.${unit}`, { count });
		return later ? t("ahead.on", { left, day: format.day(at), time: format.time(at) }) : left;
	};
}
