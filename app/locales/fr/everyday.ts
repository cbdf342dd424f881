/*
 * What every page may say: fetched whole by each of them. The other namespaces are fetched by the
 * pages that say them, through `app/locales/needed/`.
 */
export { due } from "./due.ts";
export { lock } from "./lock.ts";
export { shell } from "./shell.ts";
export { ui } from "./ui.ts";
