/**
 * The one answer for what is absent and for what is not yours.
 * The two must be the same to the letter, or the difference would tell that a situation exists.
 */
export function notFound(): never {
	throw new Response(null, { status: 404, statusText: "Not Found" });
}
