import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { denyImports } from "vite-env-only";
import remixConfig from "./remix.config.js";

const fileName = "assets/[hash].js";
const inTheServerOnly = ["db/**", "app/server/**", "**/*.server.*"];

export default defineConfig(({ command }) => ({
	plugins: [
		// A page that pulls the store or the server into the browser breaks the build instead.
		// (Only the build: while developing, Vite looks at routes before Remix cuts their loaders off.)
		command === "build" && denyImports({ client: { files: inTheServerOnly } }),
		tailwindcss(),
		remix(remixConfig),
	],
	// Small files would become `data:` addresses, which the content security policy refuses.
	// A page waits for its own words as it loads (`await` outside a function): every browser since 2022 can.
	build: {
		assetsInlineLimit: 0,
		target: "es2022",
		// Every page downloads the list of all files: without the names of their sources it is lighter.
		rollupOptions: { output: { entryFileNames: fileName, chunkFileNames: fileName } },
	},
	server: { host: "127.0.0.1" },
}));
