import { wordList } from "./word-list.ts";

/*
 * Words of the dictionary that are given names too, without accents. A dictionary cannot tell a
 * person from a word: these lists do, for the words that people in France are called by.
 */

/** Names first: wherever one is written with a capital, it names somebody. */
export const namesFirst = wordList(`
	adam adele alcee alexandra alexie alexine alienor alvin alysse amadou amandine amine anais
	angelique ania anisa anita aubin augustin aurelie aveline balthazar baptiste batiste benjamin
	benoit benoite bernardin bianca bill bob brandon cameline carline carmen carole caroline
	cecilie celeste celestin celia cesar charlotte cheikh cherie cherif cheryl chester chloe
	christine cindy clarisse claude claudine clement clementine clive colin constance constantin
	coralline corentin dalton damien daphne derrick diana diane dina dominique dona donna dora
	eglantine elisa elise emeline emilie emma erine ester eugenie eva evita fadette fana fanchon
	fanny fatma fela ferial florence florentin francis franck franco fridolin fritz gabin gala
	gaston gena gentiane germain germano gerome gilles gina gloria gracie guillaume guillemette
	gus hadj hamada hans harper helio henni henry hilaire honora hortense houssine ines innes
	isaac isabelle isis islam ivan ive ivette iwan jacinthe jack jacqueline jacques jaques jasper
	jean jeannette jenny jesus joseph jules julie julien julienne julot justine kadi kamala kine
	lady-lou laila lamina lamine laure laurent laya lena leonard leonarde leonie leonin lester leu
	lev lia lili lina line linette lino lio lise lisette lolita lorette loris lorrain louai louane
	louis louise lova lucas lucie luis lulu luna lya lyna lyra macha madeleine madison mael maeva
	mahdi malik mamadou manu manuel manuelle marc marcel marguerite maria marie-jeanne marina
	marjolaine mark marli marsault martial martiale martin martina mathis matis maxime maxwell
	maya mays mehdi melanie melena melia melisse melodie melusine mena mendie micheline mila milan
	mina mira moira moise moussa munir murat musa myriam nadir naila naja nana napoleon narcisse
	nasser nassera nathan nawel nazir nene nicodeme nicol nina nora norbert norma oceane octave
	octavia olga olivia olivier olympe omar ondine oscar palma pascal pascale pascaline patrice
	paula paulette pauline penny peter philippe pierre pierre-yves pierrette pierrot piter quinto
	rada radia rais ramdan ramon rani rassoul raymonde rebecca reine-claude rene renee richard
	rida robert robin robine romain roman rosa rosalie rosette rosi rosie sabine sabri salma
	salome samba sami samia samuel sana sara sarah saturnin scander selma sera seraphin seraphine
	serge sergette sherif shona sibylle silene sofia solen sonie soraya suat sue swahili-lou
	sylvain sylvestre sylvine symphorine tael tala taleb talia talla tania tara thaliana theo
	theophanie tian timon toma tomas tomer tommaso tommy tony uranie ursuline valentin valentine
	valeriane vanda vanessa veronique victoria victorien vida viola virginie williams yakoute yuan
	zain zaouia zephyrine zoe
`);

/** Words as much as names: a capital inside a sentence says which; at its start, what follows does. */
export const namesToo = wordList(`
	momo lolo titi nini zaza jojo fifi kiki doudou mimi nono lulu bibi riri tata sissi didi nana loulou toto dede
	gigi coco kaka lala lili nanou papou rara roro tonton vivi yoyo zizou zouzou chouchou minette puce princesse
	perle cheyenne angel chelsea shana savannah sienna alma alba soline swan ayanna luz elvire camelia
	adonis aimable aime aimee ambre amelie amethyste amour ange anis anouk apollon aria aster
	athena aube aura aurore azalee bambou belle beryl bienvenu bienvenue blanche brune brunette
	bruno bruyere calypso camelia candide cannelle capucine carmel carmin cerise cheri cherry
	christelle clair claire clarine clemence colline colombe constant corail corentine cristal
	dahlia desire desiree dieuveille divine doris douce ebene eden enora ernest eros esperance
	etoile exaucee fauvette felicite felix fidele fleur fleurette florale flore floreal florin
	fortune fortunee framboise franc francois garance gentil germaine grace honore honoree
	honorine hortensia hyacinthe innocent iris isatis jade jasmin juste laureline liberty lila
	lilas lorraine lou louange lucide lys magnolia maia mandarine marie marin marine martine
	merlin merveille mimosa mirabelle modeste muguet myosotis myrtille nais noelle ocean oceanie
	olive olivette opale orchidee oriane orion paquerette parfait perla pervenche pimprenelle
	pivoine praline precieuse precieux promesse prosper prudent prune prunelle rose rose-marie
	roselin rubis saphir sauveur serena sincere solene turquoise ursule vaillant valence vanille
	victoire violet violette vivien zen zephyr
`);
