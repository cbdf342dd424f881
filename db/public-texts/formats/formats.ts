import { address } from "./address.ts";
import { bankAccount } from "./bank-account.ts";
import { birthDate } from "./birth-date.ts";
import { email } from "./email.ts";
import { fileNumber } from "./file-number.ts";
import type { Format } from "./format.ts";
import { handle } from "./handle.ts";
import { nir } from "./nir.ts";
import { plate } from "./plate.ts";
import { telephone } from "./telephone.ts";

/** Every format that the guard refuses. Where two see the same, the first says what it is. */
export const formats: readonly Format[] = [
	telephone,
	email,
	nir,
	birthDate,
	handle,
	address,
	plate,
	bankAccount,
	fileNumber,
];
