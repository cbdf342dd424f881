import { notFound } from "#app/server/not-found.server.ts";

/** Any address that is not ours: the same answer as for what is not the reader's. */
export const loader = () => notFound();

export const action = () => notFound();

export default function Nowhere() {
	return null;
}
