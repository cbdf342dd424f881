import { paths } from "#app/paths.ts";
import { may, type Standing } from "./policy.server.ts";

/** Where somebody's visit begins: with their day, or with the protocols for who follows no situation. */
export function startOf(standing: Standing): string {
	return may(standing, "read-my-day") ? paths.myDay() : paths.protocols();
}
