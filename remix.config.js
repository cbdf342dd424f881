/**
 * Read by `vite.config.ts`. Single fetch and lazy route discovery stay off: they are the two
 * remote surfaces of Remix 2 with known faults, and nothing here needs them.
 *
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
const config = {
	appDirectory: "app",
	buildDirectory: "build",
	serverModuleFormat: "esm",
	ssr: true,
	future: {
		v3_fetcherPersist: true,
		v3_relativeSplatPath: true,
		v3_throwAbortReason: true,
		v3_routeConfig: true,
		v3_singleFetch: false,
		v3_lazyRouteDiscovery: false,
		unstable_optimizeDeps: true,
	},
};

export default config;
