/*
 * Which way the arrows run: app -> db -> protocols. Each rule says why, for whoever meets it first.
 * `npm run arrows` checks them.
 */

/** Tests may reach for the tools that prove things. */
const tests = "\\.(test|for-tests)\\.tsx?$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: "protocols-decide-alone",
			comment:
				"protocols/ decides and knows nothing of the store, the web or the machine. Pass in what it needs: the instant, the ids, the rows.",
			severity: "error",
			from: { path: "^protocols/", pathNot: tests },
			to: { pathNot: ["^protocols/", "^node_modules/(zod|xstate|temporal-polyfill)/"] },
		},
		{
			name: "only-the-calendar-knows-dates",
			comment:
				"Time zones and holidays are worked out in protocols/calendar, so that every delay is counted the same way. Ask it.",
			severity: "error",
			from: { path: "^protocols/", pathNot: ["^protocols/calendar/", tests] },
			to: { path: "^node_modules/temporal-polyfill/" },
		},
		{
			name: "tests-of-protocols-stay-inside",
			comment:
				"A test of protocols/ proves a decision without store or server. What needs them is tested in db/ or app/.",
			severity: "error",
			from: { path: "^protocols/" },
			to: { path: "^(app|db)/" },
		},
		{
			name: "the-store-does-not-know-the-screens",
			comment:
				"db/ remembers for whoever asks: a page, a command, a test. If it needs something of app/, hand it over as an argument.",
			severity: "error",
			from: { path: "^db/" },
			to: { path: "^app/" },
		},
		{
			name: "features-do-not-meet",
			comment:
				"A feature is one noun and imports no other. A route puts several on one screen; what they share is a part of app/ui.",
			severity: "error",
			from: { path: "^app/features/([^/]+)/" },
			to: { path: "^app/features/", pathNot: "^app/features/$1/" },
		},
		{
			name: "ui-has-no-word-of-the-domain",
			comment:
				"app/ui holds fields, buttons and tables that any application could use. Texts and nouns come in as properties.",
			severity: "error",
			from: { path: "^app/ui/" },
			to: { path: "^(app/features|app/routes|app/server|db|protocols)/" },
		},
		{
			name: "nothing-imports-a-route",
			comment: "A route is an address, not a library. Move what two of them need to their feature.",
			severity: "error",
			from: { path: "^(app|db|protocols)/", pathNot: tests },
			to: { path: "^app/routes/" },
		},
		{
			name: "no-cycle",
			comment:
				"Two files that need each other cannot be read one after the other. Move what they share to a third. (Types alone may meet.)",
			severity: "error",
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
		},
		{
			name: "no-barrel",
			comment:
				"A file that only re-exports hides where things live and drags the rest along. Import from the file itself.",
			severity: "error",
			from: {},
			to: { path: "/index[.](js|jsx|ts|tsx)$", pathNot: "^node_modules/" },
		},
		{
			name: "no-junk-drawer",
			comment:
				"A folder or file named utils, helpers or common says nothing about what it holds. Name it for its content.",
			severity: "error",
			from: {},
			to: { path: "/(utils|util|helpers|helper|common|misc)(/|[.])", pathNot: "^node_modules/" },
		},
		{
			name: "only-what-is-declared",
			comment:
				"A package that package.json does not name can vanish with the next install. Add it there.",
			severity: "error",
			from: { path: "^(app|db|protocols)/" },
			to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown", "undetermined"] },
		},
		{
			name: "every-import-leads-somewhere",
			comment: "This import names a file or a package that does not exist.",
			severity: "error",
			from: {},
			to: { couldNotResolve: true },
		},
	],
	options: {
		doNotFollow: { path: "^node_modules" },
		exclude: { path: "^(build|node_modules/\\.)" },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.json" },
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["import", "require", "node", "default", "types"],
			extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".css", ".d.ts"],
		},
	},
};
