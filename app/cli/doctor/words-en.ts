import type { DoctorWords } from "./words.ts";

/** What the doctor says in English. */
export const english: DoctorWords = {
	areas: {
		configuration: "Configuration",
		versions: "Versions",
		keys: "Keys",
		store: "Store",
		clock: "Clock",
		mail: "Mail",
		disk: "Disk",
		backups: "Backups",
		checkpoints: "Checkpoints",
		incidents: "Incidents",
	},
	nothing: "nothing to do",
	must: "TO DO",
	should: "advice",
	summary: ({ must, should }) => `${must} thing(s) to do, ${should} piece(s) of advice.`,
	findings: {
		"environment-wrong": ({ sentence }) => [
			`Relais would not start: ${sentence}`,
			"Correct that variable, and ask again: nothing else was examined.",
		],
		"demonstration-beside-real": () => [
			"The demonstration is on, beside a real territory or account: Relais would not start.",
			"Set RELAIS_DEMO=0.",
		],
		"demonstration-public": () => [
			"The demonstration is on at a public address: anybody enters its accounts with one click.",
			"Set RELAIS_DEMO=0, unless this is meant to be shown.",
		],
		"origin-unset": () => [
			"No public address is set: browsers of other machines could not send anything.",
			"Set RELAIS_ORIGIN, such as https://relais.example.org.",
		],
		"origin-not-https": ({ origin }) => [
			`${origin} is not https: sessions could be read on the way.`,
			"Put a proxy with TLS in front (docs/operations/install.md), and set RELAIS_ORIGIN to https://…",
		],
		"proxy-unset": () => [
			"No proxy is believed: everybody seems to come from the same address, and shares one limit of tries.",
			"Set TRUST_PROXY to the address of the proxy, such as 127.0.0.1.",
		],
		"secret-short": ({ file }) => [
			`The secret in ${file} is shorter than 32 characters: somebody changed it.`,
			"Stop Relais, remove that file, start again. Everybody signs in anew.",
		],
		"node-old": ({ version }) => [
			`This is Node ${version}; Relais is tried with Node 24.`,
			"Run it by “npm start” or “npm run relais”, which bring their own.",
		],
		"wrapping-key-beside": ({ file }) => [
			`The wrapping key lies beside the data, at ${file}: whoever copies the one has the other.`,
			"Stop Relais, “relais keys make <file elsewhere>”, “relais keys rotate --new <that file>”, set RELAIS_KEY_FILE.",
		],
		"wrapping-key-unusable": ({ sentence }) => [
			sentence,
			"Put the right file back, readable by the account of Relais alone; set RELAIS_KEY_FILE.",
		],
		"wrapping-key-in-backups": ({ file }) => [
			`The wrapping key ${file} lies among the backups: whoever takes them could open the keys.`,
			"Move it elsewhere, and set RELAIS_KEY_FILE.",
		],
		"keys-missing": ({ file }) => [
			`The key store is not at ${file}: no history can be read.`,
			"Put it back from a backup, or set RELAIS_KEYS. Do not start Relais before.",
		],
		"keys-locked": () => [
			"The key store does not open with this wrapping key.",
			"Set RELAIS_KEY_FILE to the key that it was locked with.",
		],
		"keys-lacking": ({ count }) => [
			`${count} situation(s) have no key, although nobody forgot it: their history cannot be read.`,
			"Restore the newest backup of the keys beside this store, on another machine first.",
		],
		"store-none": ({ file }) => [
			`There is no store at ${file} yet.`,
			"The first start makes it. If there should be one, check DATA_DIR.",
		],
		"store-damaged": ({ file }) => [
			`The file ${file} is damaged.`,
			"Stop Relais, keep a copy of the file, and restore the last backup: docs/operations/backups.md.",
		],
		"references-broken": ({ count }) => [
			`${count} row(s) refer to one that is not there.`,
			"Keep a copy, run “relais rebuild --check”, then restore the last backup if it still differs.",
		],
		"schema-behind": ({ migrations }) => [
			`${migrations} migration(s) are missing.`,
			"Make a backup, then run “relais migrate”, or start Relais.",
		],
		"schema-ahead": () => [
			"This store was written by a newer version of Relais.",
			"Install that version again: an older one must not write to it.",
		],
		"data-open": ({ directory, mode }) => [
			`The directory ${directory} is open to other accounts (${mode}).`,
			`Run “chmod 700 ${directory}”.`,
		],
		"clock-behind": ({ instant }) => [
			`Something was written at ${instant}, and the clock says that is yet to come: it went back.`,
			"Set the clock by NTP (“timedatectl”). No delay fires before the clock has caught up.",
		],
		"clock-before-program": ({ instant }) => [
			`The clock is earlier than ${instant}, when this program was put here: it is behind.`,
			"Set the clock right by NTP (“timedatectl set-ntp true”) before Relais is started.",
		],
		"clock-unkept": () => [
			"Nothing seems to keep the clock of this machine right.",
			"Run “timedatectl set-ntp true”, or install chrony: delays go by this clock alone.",
		],
		"mail-unset": () => [
			"No mail server is set up: letters are shown on the page of the outbox, and nobody gets one.",
			"Set RELAIS_SMTP_URL and RELAIS_MAIL_FROM (docs/operations/messages.md).",
		],
		"mail-unreachable": ({ host, port }) => [
			`The mail server ${host}:${port} does not answer, or does not let Relais in.`,
			"Check name, port, user and password in RELAIS_SMTP_URL, its certificate, and that this machine may leave by that port. Letters wait meanwhile.",
		],
		"operator-unset": () => [
			"Nobody is told when the server needs somebody.",
			"Set RELAIS_OPERATOR_MAIL to an address that somebody reads every day.",
		],
		"disk-low": ({ megabytes }) => [
			`${megabytes} MB are left: a purge or a backup needs the size of the store once more.`,
			"Make room or enlarge the volume. Relais answers 503 while it cannot write, and loses nothing.",
		],
		"log-large": ({ megabytes }) => [
			`The write-ahead log has ${megabytes} MB: something reads without an end, such as a copy that hangs.`,
			"Look for another process that has the store open, and end it.",
		],
		"backups-unset": () => [
			"No backup is made by itself.",
			"“relais backup keygen”, then set RELAIS_BACKUP_DIR and RELAIS_BACKUP_RECIPIENTS.",
		],
		"backup-none": ({ directory }) => [
			`There is no backup in ${directory}.`,
			"Start Relais, or run “relais backup” with that directory; look for worker-failed in the log.",
		],
		"backup-old": ({ instant }) => [
			`The last whole backup is of ${instant}.`,
			"Run “relais backup”, and look for worker-failed in the log. (Nothing changed since? Then all is well.)",
		],
		"backup-beside-data": ({ directory }) => [
			`${directory} is on the same disk as the data: both would be lost together.`,
			"Use another disk, or copy the directory away each quarter of an hour.",
		],
		"identity-beside-backups": ({ file }) => [
			`${file} opens the backups that it lies beside.`,
			"Move it off this machine, and destroy it here.",
		],
		"checkpoint-none": () => [
			"No checkpoint was made yet.",
			"The first start makes one. “relais audit checkpoint” prints one to keep outside.",
		],
		"checkpoint-old": ({ instant }) => [
			`The last checkpoint is of ${instant}: one is made each day while Relais runs.`,
			"Start Relais; if it runs, look for worker-failed in the log.",
		],
		"incidents-open": ({ count }) => [
			`${count} incident(s) wait for somebody.`,
			"Run “relais incidents list”, or open the page Operation.",
		],
	},
};
