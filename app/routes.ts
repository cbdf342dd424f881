import { flatRoutes } from "@remix-run/fs-routes";

/** One file per address; the tests that lie beside them are no addresses. */
export default flatRoutes({ ignoredRouteFiles: ["**/.*", "**/*.test.{ts,tsx}"] });
