import type { PlacedWord } from "./placed-words.ts";

/*
 * What stands before a word with a capital says whether it names a person, a place or an
 * institution.
 */

const titles =
	/^(?:mme|mmes|mlle|mlles|madame|mademoiselle|monsieur|messieurs|mr|mrs|ms|miss|mister|dr|docteur|docteure|doctor|pr|maitre)$/;

const families =
	/^(?:famille|fratrie|couple|affaire|epoux|consorts|freres|soeurs|family|brothers)$/;

const articles = /^(?:le|la|les|l|de|du|des|d|the|of)$/;

/** « Mme », « la famille »: what follows closely with a capital is a name, even if it is a word. */
export function isTitled(words: readonly PlacedWord[], at: number): boolean {
	const [word, before] = [words[at], words[at - 1]];
	if (!word || !before || articles.test(word.bare) || !/^\.? $/.test(word.before)) return false;
	if (before.text === "M" || before.text === "Me") return true;
	return titles.test(before.bare) || (families.test(before.bare) && word.before === " ");
}

const ofAPlace =
	/^(?:tribunal|tribunaux|cour|parquet|procureur|procureure|juge|juges|barreau|batonnier|ville|villes|mairie|commune|communes|metropole|agglomeration|communaute|collectivite|departement|departements|region|canton|arrondissement|prefecture|academie|rectorat|conseil|chu|chru|chr|ch|hopital|hopitaux|hospitalier|clinique|centre|commissariat|gendarmerie|brigade|police|gare|quartier|secteur|bassin|pays|vallee|antenne|pole|site|universite|aeroport|port|banlieue|court|city|town|hospital|prosecutor|prefect|station|district|university|cmp|csapa|cegidd|uaped|mda|mission|maison|cellule|crip|asile)$/;

const namedAfter =
	/^(?:association|dispositif|programme|projet|reseau|loi|plan|college|lycee|ecole|groupe|hopital|clinique|centre|chu|institut|fondation|stade|gymnase|campus|universite|internat|residence|square|theatre|mediatheque|espace|school|hospital|institute|foundation|stadium)$/;

/** How far before a place the word for its institution may stand. */
const reach = 6;

/** « le tribunal judiciaire de Nancy »: an institution, and the place where it is. */
export function isPlaceOfInstitution(words: readonly PlacedWord[], at: number): boolean {
	if (!saysWhere(words, at)) return false;
	return sameBreath(words, at).some(({ bare }) => ofAPlace.test(bare));
}

/** « le lycée Victor-Hugo », « l'hôpital Robert Debré »: an institution that bears somebody's name. */
export function isNameOfInstitution(words: readonly PlacedWord[], at: number): boolean {
	if (words[at]?.before !== " ") return false;
	const [before, further] = [words[at - 1], words[at - 2]];
	if (before && namedAfter.test(before.bare)) return true;
	return (
		before?.look === "capital" && before.before === " " && namedAfter.test(further?.bare ?? "")
	);
}

const prepositions =
	/^(?:a|en|de|d|du|des|vers|entre|et|dans|le|la|les|l|sur|sous|pres|in|of|from|to|at|near|between|and|for|via)$/;

/** « à Marseille », « en Guyane », « dans le Gers » */
export function saysWhere(words: readonly PlacedWord[], at: number): boolean {
	const before = words[at - 1];
	return (
		before !== undefined && prepositions.test(before.bare) && /^[ ']$/.test(words[at]?.before ?? "")
	);
}

/** « à », « en », « vers »: what one says of a town, seldom of a person. */
export function saysWhereTo(words: readonly PlacedWord[], at: number): boolean {
	return /^(?:a|en|vers|in|at|near)$/.test(words[at - 1]?.bare ?? "") && saysWhere(words, at);
}

/** The words before this one, back to the last comma or full stop. */
function sameBreath(words: readonly PlacedWord[], at: number): PlacedWord[] {
	const near = words.slice(Math.max(0, at - reach), at + 1);
	const cut = near.findLastIndex(({ before }, index) => index > 0 && /[^ '-]/.test(before));
	return near.slice(Math.max(0, cut), -1);
}
