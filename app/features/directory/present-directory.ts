import { formatList, formatPlainDate, formatWeekday } from "#app/i18n/list.ts";
import type { Coverage, RoleInProtocol } from "#db/coverage.ts";
import type { Entry, OpenEntry } from "#db/directory.ts";
import { type Language, say, type Text } from "#protocols/language/text.ts";

/** How roles are called in the territory. */
export type RoleLabels = ReadonlyMap<string, Text>;

/** A structure of the list, in the reader's language; a masked one shows its roles alone. */
export type PresentedEntry = ReturnType<typeof presentEntry>;

/** Words a structure of the directory. */
export function presentEntry(entry: Entry, labels: RoleLabels, language: Language) {
	const roles = roleWords(entry.roles, labels, language);
	if (entry.masked) return { masked: true as const, roles };
	return { masked: false as const, ...presentOpen(entry, language), roles };
}

/** Words what may be known of an open structure, beside its roles. */
export function presentOpen(entry: OpenEntry, language: Language) {
	const { id, name, kind, zone, phone, own, openDays, openToday, closedOn, closings } = entry;
	const { capacity } = entry;
	const days = closedOn.map((day) => formatWeekday(day, language));
	const dates = closings.map((date) => formatPlainDate(date, language));
	return {
		...{ id, name, kind, zone, phone, own, openDays, openToday, capacity },
		closedOn: days.length > 0 ? formatList(days, language) : null,
		closings: dates.length > 0 ? formatList(dates, language) : null,
	};
}

/** The roles that a filter offers: those that somebody holds, by name. */
export function roleChoices(entries: readonly Entry[], labels: RoleLabels, language: Language) {
	const held = [...new Set(entries.flatMap(({ roles }) => roles))];
	return held
		.map((value) => ({ value, label: say(labels.get(value) ?? { fr: value }, language) }))
		.sort((one, other) => one.label.localeCompare(other.label, language));
}

/** The zones that a filter offers. */
export function zoneChoices(entries: readonly Entry[]) {
	const zones = entries.flatMap((entry) => (entry.masked ? [] : (entry.zone ?? [])));
	return [...new Set(zones)].sort().map((value) => ({ value, label: value }));
}

/** Roles that lack structures, in words. */
export function presentCoverage(thin: readonly Coverage[], language: Language) {
	return thin.map(({ roleId, label, structures }) => ({
		roleId,
		label: say(label, language),
		structures,
	}));
}

/** What a structure's role does in each protocol, in words. */
export function presentRole(
	roleId: string,
	uses: readonly RoleInProtocol[],
	labels: RoleLabels,
	language: Language,
) {
	return {
		roleId,
		label: say(labels.get(roleId) ?? { fr: roleId }, language),
		protocols: uses.map(({ protocolId, title, carries, receives }) => ({
			protocolId,
			title: say(title, language),
			carries: carries.map((step) => say(step, language)),
			receives: receives.map((step) => say(step, language)),
		})),
	};
}

function roleWords(roles: readonly string[], labels: RoleLabels, language: Language): string[] {
	return roles.map((id) => say(labels.get(id) ?? { fr: id }, language));
}
