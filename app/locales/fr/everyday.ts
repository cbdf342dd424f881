/*
 * What every page may say: fetched whole by each of them. The other namespaces are fetched by the
 * pages that say them, through `app/locales/needed/`.
 */
export { accounts } from "./accounts.ts";
export { due } from "./due.ts";
export { line } from "./line.ts";
export { lock } from "./lock.ts";
export { myDay } from "./my-day.ts";
export { proof } from "./proof.ts";
export { shell } from "./shell.ts";
export { situations } from "./situations.ts";
export { ui } from "./ui.ts";
