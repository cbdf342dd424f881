/** Why a backup cannot be made or used. */
export type BackupFaultCode =
	| "recipients"
	| "place"
	| "identity"
	| "damaged"
	| "not-a-backup"
	| "mismatched"
	| "purges"
	| "too-large"
	| "interrupted";

/** What keeps a backup from being made or used; the message is for whoever operates the server. */
export class BackupFault extends Error {
	override name = "BackupFault";
	readonly code: BackupFaultCode;

	constructor(code: BackupFaultCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
