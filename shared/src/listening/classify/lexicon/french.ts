import type { WordList } from "./wordList.ts";

/** French words by how they feel, −4 to 4, written for this project; a word stands for its whole family. */
export const FRENCH: WordList = {
  feelings: {
    "3": `adore adorer amour aime genial geniale excellent excellente parfait parfaite magnifique merveilleux merveilleuse formidable
    superbe fantastique extraordinaire exceptionnel incroyable sublime splendide ravi ravie enchante bonheur joie genie
    merveille heureux heureuse parfaitement bravo felicitations felicite meilleur meilleure sensationnel remarquable`,
    "2": `bon bonne bons bien beau belle beaux jolie joli super top cool content contente satisfait satisfaite merci plaisir agreable
    fier fiere gagne gagner gagnant victoire succes reussi reussite reussir reussit efficace gentil gentille sympa
    sympathique rire sourire chouette drole marrant rigolo recommande fiable pratique utile intuitif qualite mdr lol
    espoir chance cadeau fete feter celebrer passionnant interessant interessante brillant talent talentueux heros liberte
    paix delicieux bonjour bisous hate impatient courage admire admirable excellence champion formidables impressionnant
    positif positive prometteur innovant innovante innovation progres ameliore amelioration avancee bienvenue bonnes belles
    solidaire solidarite soutien inspirant confiance performant performante convivial conviviale ideal precieux`,
    "1": `ok facile simple clair rapide propre correct oui accord interesse aide aider soutenir souhaite partager decouvrir decouverte
    inauguration engagement engage renouvelable durable avenir solution protege proteger preserver economie economies
    benefice gratuit participe participer recompense prix nature vert verte sain saine sante bio ensemble vacances
    ambition ambitieux nouveau nouvelle ravissant calme sur securite optimise croissance hausse favorable complet rejoindre`,
    "-1": `non probleme difficile lent cher chere retard manque manquer peu faible bruit fatigue fatigant doute froid attente attendre
    bizarre etrange dommage malheureusement compliquee complique arrete cout couts dette taxe impot risque risques contre oppose
    opposants polemique limite inquiet inquietude inquietudes baisse refuse refus seul perdu perdre inutile moins
    critique critiques debat menace menaces recours difficilement vieux question pourquoi soi disant pretend impact
    fermeture ferme conflit tension interdit interdire lobby lobbies greve plainte gaspillage`,
    "-2": `mauvais mauvaise mal triste faux fausse pauvre colere enerve enervant decu decue decevant deception nul nulle moche sale bete
    stupide idiot con connard cons connerie conneries mensonge mensonges ment menteur menteurs mentir voler vole plante
    erreur bug panne echec rate merde putain bordel galere pleure pleurer larmes malade maladie peur crainte danger dangereux dangereuse
    attaque crise degat degats detruit detruire destruction illegal coupable honte honteux ridicule ignore rejet virus
    prison crime corruption corrompu defaut ennui ennuyeux penible frustrant marre pire victime victimes souffre souffrance
    souffrir accident pollution pollue polluant polluent toxique nocif nuisance nuisances nuisible secheresse inondation inondations
    alarme alarmant scandale abus absurde hypocrisie hypocrite insulte desespoir desespere defigure defigurent fake
    saccage massacre massacrer saccager disparition disparait disparaissent extinction effondrement declin degradation blesse
    injuste inacceptable insupportable mepris malheureux malheur regrette regrettable fraude arnaque propagande imposture
    gabegie aberration inefficace ruine rechauffement contamination radioactif radioactivite perte pertes menacee menacees dictature
    bidon foutre fout foutaise imbecile incompetent incompetence deplorable contaminee mensonger denonce colonisation ravage ravages`,
    "-3": `deteste haine hais horrible affreux affreuse terrible atroce catastrophe catastrophique cauchemar desastre tue tuer tuent meurtre guerre
    terroriste terrorisme attentat mort morts mourir meurt degueulasse degoutant ignoble immonde pourri pourrie salaud salope ordure raciste viol
    torture genocide honteuse scandaleux scandaleuse lamentable pitoyable abominable monstrueux catastrophiques encule batard fdp
    desastreux escroc escroquerie escrocs criminel criminelle ecocide assassin assassins degueu ecoeurant revoltant desastreuse`,
  },
  negations: "pas ne n jamais aucun aucune sans ni rien personne non guere",
  stronger:
    "tres vraiment trop tellement extremement totalement completement absolument super hyper si fort particulierement beaucoup tant grave",
  weaker: "peu assez presque plutot moyennement legerement moins",
};
