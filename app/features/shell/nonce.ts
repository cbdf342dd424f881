import { createContext, useContext } from "react";

/** What the page's own scripts carry so that the browser runs them; known to the server only. */
export const NonceContext = createContext<string | undefined>(undefined);

/** The nonce of this answer. */
export function useNonce(): string | undefined {
	return useContext(NonceContext);
}
