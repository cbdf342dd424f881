import { dirname } from "node:path";

/** What a process asked of the disk, in order, as far as its files and its pipe are concerned. */
export type DiskCall =
	| { call: "write"; file: string; offset: number; bytes: Buffer }
	| { call: "truncate"; file: string; length: number }
	| { call: "remove"; file: string }
	/** Of a file: its bytes reach the disk. Of a directory: the names of the files in it do. */
	| { call: "sync"; file: string }
	/** Said to whoever listens: what was said before must be on the disk. */
	| { call: "say"; text: string };

/** The system calls that change files, or promise that they are changed. */
export const tracedCalls = [
	"pwrite64",
	"write",
	"fsync",
	"fdatasync",
	"ftruncate",
	"unlink",
] as const;

const descriptor = String.raw`(\d+)<((?:\\x[0-9a-f]{2})*)>`;
const text = String.raw`"((?:\\x[0-9a-f]{2})*)"`;
const forms = {
	pwrite: new RegExp(`^pwrite64\\(${descriptor}, ${text}, \\d+, (\\d+)\\) += \\d+$`),
	write: new RegExp(`^write\\(${descriptor}, ${text}, \\d+\\) += \\d+$`),
	sync: new RegExp(`^f(?:data)?sync\\(${descriptor}\\) += 0$`),
	truncate: new RegExp(`^ftruncate\\(${descriptor}, (\\d+)\\) += 0$`),
	unlink: new RegExp(`^unlink\\(${text}\\) += 0$`),
};

/**
 * Reads a line that strace wrote with every text in hexadecimal and every descriptor with its path.
 *
 * @param pipe the descriptor of the pipe
 * @returns undefined for a call that changed nothing, such as one that failed
 */
export function diskCallOf(line: string, pipe: number): DiskCall | undefined {
	const wrote = forms.pwrite.exec(line);
	if (wrote) {
		const [, , file = "", bytes = "", offset = ""] = wrote;
		return { call: "write", file: named(file), offset: Number(offset), bytes: bytesOf(bytes) };
	}
	const said = forms.write.exec(line);
	if (said && Number(said[1]) === pipe) {
		return { call: "say", text: bytesOf(said[3] ?? "").toString("utf8") };
	}
	const synced = forms.sync.exec(line);
	if (synced) return { call: "sync", file: named(synced[2] ?? "") };
	const cut = forms.truncate.exec(line);
	if (cut) return { call: "truncate", file: named(cut[2] ?? ""), length: Number(cut[3]) };
	const gone = forms.unlink.exec(line);
	return gone ? { call: "remove", file: named(gone[1] ?? "") } : undefined;
}

/** Whether a file is one of ours: what shared memory holds is made anew after every crash. */
export function isKept({ directory }: { directory: string }, file: string): boolean {
	return file.startsWith(dirname(`${directory}/.`)) && !file.endsWith("-shm");
}

function bytesOf(escaped: string): Buffer {
	return Buffer.from(escaped.replaceAll("\\x", ""), "hex");
}

function named(escaped: string): string {
	return bytesOf(escaped).toString("utf8");
}
