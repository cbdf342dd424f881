import { type SectionName, sectionNames } from "./my-day.ts";

/** Pages beyond this one do not exist. */
const lastPage = 500;

/** Which list an address asks for alone, and which page of it; all lists otherwise. */
export function listAsked(url: string): { only: SectionName | undefined; page: number } {
	const { searchParams } = new URL(url);
	const only = sectionNames.find((name) => name === searchParams.get("list"));
	const page = Number(searchParams.get("page") ?? 1);
	return { only, page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1 };
}
