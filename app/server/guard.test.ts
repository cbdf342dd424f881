import { expect, test } from "vitest";
import { maxBodyBytes, maxFileBytes, refusalOf } from "./guard.server.ts";

const environment = { origins: ["https://relais.example.org"] as const };
const form = { "content-type": "application/x-www-form-urlencoded", "content-length": "3" };
const own = { origin: "https://relais.example.org", "sec-fetch-site": "same-origin" };

test("a form sent from our own page passes", () => {
	expect(post({ ...form, ...own })).toBeUndefined();
	expect(post({ ...form, origin: own.origin })).toBeUndefined();
	expect(
		post({ ...form, ...own, "content-type": `${form["content-type"]}; charset=UTF-8` }),
	).toBeUndefined();
});

test("reading needs no origin", () => {
	for (const method of ["GET", "HEAD"]) {
		expect(refusalOf({ method, url: "/", headers: {} }, environment)).toBeUndefined();
	}
});

test.each([
	["both absent", {}],
	["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
	["another site without fetch metadata", { origin: "https://evil.example" }],
	["a page without origin", { origin: "null", "sec-fetch-site": "cross-site" }],
	["an opaque origin", { origin: "null" }],
	["a neighbour of the same site", { ...own, "sec-fetch-site": "same-site" }],
	["an address typed by hand", { ...own, "sec-fetch-site": "none" }],
	["our name over plain http", { origin: "http://relais.example.org" }],
	["our name on another port", { origin: "https://relais.example.org:8443" }],
	["our name as a prefix", { origin: "https://relais.example.org.evil.example" }],
	["two origins", { origin: "https://relais.example.org, https://evil.example" }],
	["an empty origin", { origin: "" }],
	["a forged host", { origin: "https://evil.example", host: "evil.example" }],
	[
		"a forged forwarded host",
		{ origin: "https://evil.example", "x-forwarded-host": "evil.example" },
	],
])("a form that comes from elsewhere is refused: %s", (_name, headers) => {
	expect(post({ ...form, ...headers })).toMatchObject({ status: 403 });
});

test.each(["application/json", "multipart/form-data; boundary=x", "text/plain", "", undefined])(
	"a body that is no plain form is refused: %s",
	(type) => {
		expect(post({ ...own, ...form, "content-type": type })).toMatchObject({ status: 415 });
	},
);

test("a body that is too long, or does not say how long it is, is refused", () => {
	const tooLong = String(maxBodyBytes + 1);

	expect(post({ ...form, ...own, "content-length": tooLong })).toMatchObject({ status: 413 });
	expect(post({ ...form, ...own, "content-length": undefined })).toMatchObject({ status: 411 });
	expect(post({ ...form, ...own, "content-length": String(maxBodyBytes) })).toBeUndefined();
});

test("only where a whole protocol is brought may a body be longer", () => {
	const file = { ...form, ...own, "content-length": String(maxFileBytes) };
	const longer = { ...file, "content-length": String(maxFileBytes + 1) };

	expect(post(file, "/studio/new?_data=x")).toBeUndefined();
	expect(post(longer, "/studio/new")).toMatchObject({ status: 413 });
	expect(post(file, "/studio/news")).toMatchObject({ status: 413 });
});

test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "CONNECT", "post"])(
	"%s is no method of ours",
	(method) => {
		const approach = { method, url: "/", headers: { ...form, ...own } };

		expect(refusalOf(approach, environment)).toMatchObject({ status: 405 });
	},
);

test.each(["http://evil.example/", "*", "/%E0%A4%A", "/%00", ""])("“%s” is no address", (url) => {
	expect(refusalOf({ method: "GET", url, headers: {} }, environment)).toMatchObject({
		status: 400,
	});
});

function post(headers: Record<string, string | undefined>, url = "/situations?_data=routes") {
	return refusalOf({ method: "POST", url, headers }, environment);
}
