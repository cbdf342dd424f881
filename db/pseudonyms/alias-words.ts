/**
 * Calm words for aliases: plants, animals, tools, weather. Nothing human, violent or from a map.
 * Only add at the end: an alias is stored as the places of its two words in this list.
 */
export const aliasWords =
	`abeille acajou acier algue aluminium ambre ananas ancre anémone anneau antenne aquarelle arbuste arc ardoise
argile armoire arrosoir arrosage artichaut asphalte assiette aster astre atelier aubépine aurore automne avelinier averse avion
avoine azur baguette balance balcon baleine balise bambou banc barque basilic bassin bateau belette berceau berge beurre
bijou bison bivouac blé bobine bocal bois boîtier bol bosquet botte bouée boule bouleau bouquet bourgeon boussole bouton branche
brindille brioche brique brise brouette brume bruyère buisson cabane cabestan cactus cadran cadre café caillou calendrier calepin
camion campanule canal canard canevas cannelle canoë capucine caramel caribou carillon carotte carrelage carton cascade casier
castor cèdre céleri cerf cerise chaise chamois charpente chaton châtaigne chêne cheval chouette cigale cigogne ciment cire citerne
citron clairière clarinette clavier cloche clou cobalt coffre coing colibri colline colonne comète compas comptoir confiture
conifère coquelicot coquille corail corbeille cordage corniche coton coussin couvert crabe craie crayon crocus cristal croissant
cuillère cuivre cumin cyclamen cyprès dahlia damier dauphin delta dentelle dessin digue diligence dolmen domino dorade drapeau
dune duvet ébène écaille écharpe écho éclair écluse écorce écran écrin écume écureuil églantine élan émail encrier enclume engrenage
épi épine équerre érable escalier escargot espalier estuaire étagère étang étoile étrier eucalyptus éventail fable faisan falaise
fanal farine faucon fauteuil fenêtre fenouil fer ferme feuille feutre ficelle figue filet flamant flamme flèche fleuve flocon flûte
foin fontaine forêt fossile fougère fourche fraise framboise frêne fresque fuseau galet galerie gant garrigue gazelle genêt genièvre
gentiane géranium girafe girouette givre glaçon glaïeul globe gomme gouache grain granit grappe gravier grenade grive groseille grotte
guéridon guirlande guitare halo hamac hameau harpe hérisson hermine héron hêtre hibou hirondelle horizon horloge houblon houx
huile iguane île inox iris isatis ivoire jacinthe jade jardin jasmin jonc jonquille journal juillet kayak kimono kiwi lac lagune laine
lampe lanterne lapin laurier lavande lézard lichen lierre lièvre lilas limon lin linteau livre loriot lotus loupe loutre lucarne lune
lustre luth luzerne lynx magnolia maillon maïs mandarine mangue marbre marée marguerite marmite marronnier marteau martinet mélèze
mélisse menhir menthe mercure merisier merle mésange meule mica miel millet mimosa minerai miroir moineau monture mosaïque mousse
moulin mouton mouette muguet mûrier muscade myosotis myrtille nacre nappe narcisse navire nectar neige nénuphar nickel noisette
noyer nuage oasis océan œillet oignon oiseau olive ombelle onde opale orage orange orchidée origan orme ormeau ortie osier otarie
outil ourse pagaie paille palette palmier panier panneau papaye papier papillon papyrus parasol parchemin passerelle pastel patio
pavé pêche peigne pelle pelote pendule péninsule perle persil peuplier phare piano pic pichet pierre pin pinceau pinson pioche
piolet pipette piquet pivert pivoine plaine planche planète plateau platane plume poire poirier pollen polygone pomme pommier poney
pont porche port portail pot potager poterie poulie poutre prairie primevère prisme promontoire prune puits pupitre quai quartz
quille quinoa rabot racine radeau radis raisin rame ravin règle renard réséda résine rideau rivage rivière rocher roitelet romarin
rondin roseau rossignol roue ruban rubis ruche ruisseau sable sabot safran sapin sarcelle sardine sauge saule saumon savane savon
seau seigle sel semence sérac sésame sentier serrure sifflet silex sillage sillon sirop sittelle sofa soie soja soleil sonnette
sorbier source sphère stylo sucre sureau tabouret tambour tamis tapis tasse taupe teck tilleul timbre tiroir tissu toile toit tomate
tonneau topaze torrent tortue tourelle tournesol trèfle treille tremble tremplin triangle trombone tronc troupeau truite tuile
tulipe turquoise vague vallée vallon vanille vanneau vase velours verger verglas vernis verrière verveine viaduc vigne violette
violon virage vitrail vitre voile volet volcan voilier wagon xylophone yucca zébu zénith zeste zinc zinnia`
		.split(/\s+/)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
