/** What keeps Relais from starting; the message is one sentence for whoever operates it. */
export class CannotStart extends Error {
	override name = "CannotStart";
}
