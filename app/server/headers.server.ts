import { randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";

const policies = [
	"accelerometer",
	"autoplay",
	"browsing-topics",
	"camera",
	"clipboard-read",
	"display-capture",
	"encrypted-media",
	"fullscreen",
	"gamepad",
	"geolocation",
	"gyroscope",
	"hid",
	"idle-detection",
	"local-fonts",
	"magnetometer",
	"microphone",
	"midi",
	"payment",
	"picture-in-picture",
	"screen-wake-lock",
	"serial",
	"usb",
	"xr-spatial-tracking",
];

const constant = {
	"Cache-Control": "no-store",
	"Referrer-Policy": "same-origin",
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Cross-Origin-Embedder-Policy": "require-corp",
	"Origin-Agent-Cluster": "?1",
	"Permissions-Policy": policies.map((name) => `${name}=()`).join(", "),
	"X-Content-Type-Options": "nosniff",
	"X-DNS-Prefetch-Control": "off",
	"X-Frame-Options": "DENY",
	"X-Permitted-Cross-Domain-Policies": "none",
	"X-Robots-Tag": "noindex, nofollow",
} as const;

/** The headers of every answer: pages, errors, redirections and files alike. */
export const securityHeaderNames = [...Object.keys(constant), "Content-Security-Policy"];

/**
 * The headers of one answer.
 *
 * @param nonce what the page's own scripts carry; an answer without a page needs none
 * @param production false lets Vite's styles and its socket in
 */
export function securityHeaders({
	nonce,
	production,
}: {
	nonce: string | undefined;
	production: boolean;
}): Record<string, string> {
	return { ...constant, "Content-Security-Policy": contentSecurityPolicy(nonce, production) };
}

/** Puts the headers on the answer before anything else can happen to it, and makes the nonce. */
export function setSecurityHeaders(production: boolean) {
	return (_request: Request, response: Response, next: NextFunction): void => {
		response.locals.nonce = randomBytes(16).toString("base64url");
		response.set(securityHeaders({ nonce: response.locals.nonce, production }));
		next();
	};
}

function contentSecurityPolicy(nonce: string | undefined, production: boolean): string {
	return [
		"default-src 'none'",
		`script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}`,
		`style-src 'self'${production ? "" : " 'unsafe-inline'"}`,
		"img-src 'self'",
		"font-src 'self'",
		`connect-src 'self'${production ? "" : " ws:"}`,
		"manifest-src 'self'",
		"form-action 'self'",
		"frame-ancestors 'none'",
		"base-uri 'none'",
		// No script may turn a text into markup or code; Vite's own client does while developing.
		...(production ? ["require-trusted-types-for 'script'", "trusted-types 'none'"] : []),
	].join("; ");
}
