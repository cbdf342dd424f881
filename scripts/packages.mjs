// `npm run packages`: writes docs/security/packages.md and the bill of materials from the lock file.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = "docs/security";

/** Where each page stands, and what it says now. */
export function packagePages() {
	const lock = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8")).packages;
	const { goal, reasons } = parse(readFileSync(`${root}${folder}/package-reasons.yaml`, "utf8"));
	const brought = productionPackages(lock);
	return {
		brought,
		reasons,
		scripted: [...brought.keys()].filter((at) => lock[at].hasInstallScript).map(nameAt),
		pages: {
			[`${folder}/packages.md`]: pageOf({ lock, goal, reasons, brought }),
			[`${folder}/sbom.cdx.json`]: billOf(lock, brought),
		},
	};
}

/** Every package that production installs, with the direct dependencies that bring it. */
function productionPackages(lock) {
	const brought = new Map();
	for (const direct of Object.keys(lock[""].dependencies)) {
		for (const at of broughtBy(lock, placeOf(lock, "", direct))) {
			brought.set(at, (brought.get(at) ?? new Set()).add(direct));
		}
	}
	return new Map([...brought].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A package and all that it asks for, and what those ask for. */
function broughtBy(lock, first) {
	const found = new Set([first]);
	// A set that grows is walked to its end.
	for (const at of found) {
		for (const name of Object.keys(lock[at].dependencies ?? {})) found.add(placeOf(lock, at, name));
	}
	return found;
}

/** Where Node finds a package for another: beside it, or further up. */
function placeOf(lock, from, name) {
	for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf("/node_modules/"))) {
		const at = `${folder ? `${folder}/` : ""}node_modules/${name}`;
		if (lock[at]) return at;
		if (!folder) throw new Error(`The lock file lacks ${name}, asked by ${from || "the project"}.`);
		if (!folder.includes("/node_modules/")) return placeOf(lock, "", name);
	}
}

function pageOf({ lock, goal, reasons, brought }) {
	const direct = Object.keys(lock[""].dependencies).sort();
	const rows = direct.map((name) => {
		const { version, license } = lock[`node_modules/${name}`];
		const own = [...brought.values()].filter((by) => by.has(name));
		const alone = own.filter((by) => by.size === 1).length;
		return `| ${name} | ${version} | ${license ?? "see package"} | ${own.length} | ${alone} | ${reasons[name]} |`;
	});
	return `# Packages in production

Written by \`npm run packages\` from the lock file and package-reasons.yaml; a test keeps it true.
Advisories: [advisories.md](advisories.md). Bill of materials: [sbom.cdx.json](sbom.cdx.json) (CycloneDX 1.5).

**${brought.size} packages, of which ${direct.length} are asked for by us.** The goal is ${goal}. What stands above it comes with Remix, Express and the readers of certificates that passkeys need: no package of our choice could be left out without writing by hand what must not be written by hand. It shrinks with Remix (decision 0001).

“With it” counts a package and all that it brings; “alone” what nobody else brings.

| Package | Version | Licence | With it | Alone | Why |
| --- | --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

function billOf(lock, brought) {
	const components = [...brought.keys()].map((at) => {
		const { version, license, integrity } = lock[at];
		const name = nameAt(at);
		const [algorithm, digest] = (integrity ?? "").split("-");
		return {
			type: "library",
			name,
			version,
			purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
			...(license && { licenses: [{ expression: license }] }),
			...(algorithm === "sha512" && {
				hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }],
			}),
		};
	});
	const listed = JSON.stringify(components);
	const digest = createHash("sha256").update(listed).digest("hex");
	const bill = {
		bomFormat: "CycloneDX",
		specVersion: "1.5",
		// Named by its content: the same packages give the same bill.
		serialNumber: `urn:uuid:${[8, 4, 4, 4, 12].map((length, at) => digest.slice(at * 8, at * 8 + length)).join("-")}`,
		version: 1,
		metadata: { component: { type: "application", name: "relais", version: lock[""].version } },
		components,
	};
	return `${JSON.stringify(bill, null, "\t")}\n`;
}

function nameAt(at) {
	return at.slice(at.lastIndexOf("node_modules/") + "node_modules/".length);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	for (const [path, text] of Object.entries(packagePages().pages)) {
		writeFileSync(`${root}${path}`, text);
	}
}
