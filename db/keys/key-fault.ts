/** Why a key is not there: nobody made it, it was forgotten with its situation, or does not open. */
export type KeyFaultCode = "KEYS_NOT_GIVEN" | "KEYS_MISSING" | "KEYS_FORGOTTEN" | "KEYS_LOCKED";

/** A key that history needs cannot be had. */
export class KeyFault extends Error {
	override name = "KeyFault";
	readonly code: KeyFaultCode;

	constructor(code: KeyFaultCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
