import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import type { Environment } from "./environment.server.ts";

/** One sentence with what to do, for whoever starts Relais. */
export type StartFault = { english: string; french: string };

type Kind = "full" | "read-only" | "rights" | "busy" | "failing";

const kinds: [codes: RegExp, kind: Kind][] = [
	[/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, "full"],
	[/^EROFS$/, "read-only"],
	[/^(EACCES|EPERM)$/, "rights"],
	[/^SQLITE_(BUSY|LOCKED)/, "busy"],
	[/^(SQLITE_IOERR|EIO)/, "failing"],
];

const sentences: Record<Kind, (place: string) => StartFault> = {
	full: (place) => ({
		english: `There is no room left on the disk of ${place}: make some, then start again.`,
		french: `Il n’y a plus de place sur le disque de ${place} : faites-en, puis démarrez de nouveau.`,
	}),
	"read-only": (place) => ({
		english: `${place} is on a disk that can only be read: have it mounted for writing, or set DATA_DIR to another one, then start again.`,
		french: `${place} est sur un disque en lecture seule : faites-le monter en écriture, ou donnez un autre DATA_DIR, puis démarrez de nouveau.`,
	}),
	rights: (place) => ({
		english: `This account may not write to ${place}: give it to the account that runs Relais (“chown -R”), then start again.`,
		french: `Ce compte n’a pas le droit d’écrire dans ${place} : donnez-le au compte qui fait tourner Relais (« chown -R »), puis démarrez de nouveau.`,
	}),
	busy: (place) => ({
		english: `Another process holds the store in ${place}: stop it (another Relais, a copy under way), then start again.`,
		french: `Un autre processus tient la base dans ${place} : arrêtez-le (un autre Relais, une copie en cours), puis démarrez de nouveau.`,
	}),
	failing: (place) => ({
		english: `The disk of ${place} failed: look at what the system says of it (“dmesg”), and restore a backup elsewhere if it goes on.`,
		french: `Le disque de ${place} a failli : regardez ce qu’en dit le système (« dmesg »), et restaurez une sauvegarde ailleurs si cela dure.`,
	}),
};

/** What the place of the data has to do with an error at the start; undefined when nothing. */
export function startFaultOf(
	error: unknown,
	{ dataDirectory }: Pick<Environment, "dataDirectory">,
): StartFault | undefined {
	const { code, path, syscall } = (error ?? {}) as {
		code?: unknown;
		path?: unknown;
		syscall?: unknown;
	};
	if (typeof code !== "string" || syscall === "listen") return undefined;
	const place = typeof path === "string" ? path : dataDirectory;
	const kind = kindOf(code) ?? kindBehind(code, place);
	return kind && sentences[kind](place);
}

/** Neither SQLite nor a directory that is not made says why: the nearest one that is there does. */
function kindBehind(code: string, place: string): Kind | undefined {
	const isClosed = /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code);
	if (!isClosed && code !== "ENOENT") return undefined;
	return kindOf(refusedAt(place)) ?? (isClosed ? "rights" : undefined);
}

function kindOf(code: string): Kind | undefined {
	return kinds.find(([codes]) => codes.test(code))?.[1];
}

function refusedAt(place: string): string {
	if (!existsSync(place) && place !== dirname(place)) return refusedAt(dirname(place));
	try {
		accessSync(place, constants.W_OK);
		return "";
	} catch (error) {
		return (error as { code?: string }).code ?? "";
	}
}
