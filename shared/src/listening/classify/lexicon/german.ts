import type { WordList } from "./wordList.ts";

/** German words by how they feel, folded (schön → schon would be a word of its own, so such words stand whole), written for this project. */
export const GERMAN: WordList = {
  feelings: {
    "3": `liebe lieben geliebt liebste ausgezeichnet hervorragend wunderbar wunderschon perfekt fantastisch grossartig genial gluckwunsch herzlichen begeistert begeisterung traumhaft beste besten bester super spitze klasse hammer geil geile geiler
      toll tolle tolles toller phantastisch herrlich gluecklich glucklich`,
    "2": `gut gute guter gutes guten besser schon schone schones schoner schonen danke dank dankbar freude freue freuen freut froh lustig lacheln lachen lache gewinnen gewinnt gewonnen sieg erfolg erfolgreich stolz spass spannend
      suss susse nett lieb lieber hubsch empfehle empfehlen hoffnung champion bravo hurra haha hahaha kuss umarmung gluck party frieden freiheit talent cool nice lecker mag freundlich schatz schatzchen herz juhu yeah lustige
      gefallt gefallen angenehm hilfreich zufrieden respekt held sonnig gesund bestens mega`,
    "1": `einfach schnell nutzlich interessant freund freunde freundin hilfe neu gratis kostenlos traum traume urlaub musik sicher klar willkommen feiern lol fan gesundheit sommer ok okay hoffe hoffentlich gern gerne wochenende gemutlich fair richtig wichtig lieblings`,
    "-1": `problem probleme schwierig teuer langsam fehlt fehlen zweifel angst mude kalt warten spat gegen krise kritik schade komisch verlieren verliert schulden streik leider sorge sorgen egal kopfschmerzen`,
    "-2": `schlecht schlechte schlechter schlechtes traurig trauer schlimm schlimmer hasslich wut wutend arger argert arme fehler scheitern gescheitert luge lugen lugner dumm dumme dummer idiot idioten blod blode bloder bloed peinlich scham schuld schaden schmerz schmerzen
      weinen weine heulen krank langweilig langweile diebstahl korrupt korruption lacherlich kaputt verloren niederlage nervt nerven genervt ungerecht gewalt gefahr gefahrlich drohung angriff mull heuchler heuchelei nazi nazis rassist rassismus
      sauer stress mist arsch arschloch verdammt verflucht enttauscht enttauschung einsam allein unsinn quatsch betrug feige hass gelitten leiden doof bose kotzen unfahig skandal versagen versagt verboten`,
    "-3": `schrecklich furchtbar grausam ekelhaft eklig tod tot tote toten stirbt sterben gestorben toten mord morder krieg terror terrorist terroristen anschlag tragodie katastrophe hasse scheisse scheiss schlimmste horror vergewaltigung alptraum erbarmlich folter opfer kotz`,
  },
  negations: "nicht kein keine keinen keiner nie niemals nichts niemand ohne weder kaum",
  stronger: "sehr so total echt richtig wirklich super extrem voll viel ganz",
  weaker: "wenig etwas fast kaum bisschen",
};
