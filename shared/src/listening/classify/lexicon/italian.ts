import type { WordList } from "./wordList.ts";

/** Italian words by how they feel, written for this project. */
export const ITALIAN: WordList = {
  feelings: {
    "3": `amo amore adoro eccellente incredibile meraviglioso meravigliosa meraviglia perfetto perfetta fantastico fantastica spettacolare felice felici felicita complimenti bellissimo bellissima bellissimi
      magnifico magnifica splendido splendida stupendo stupenda ottimo ottima migliore migliori innamorato innamorata auguri grandissimo`,
    "2": `buono buona buoni buone bene bello bella belli belle bel carino carina grazie gioia allegria contento contenta piace piacciono piacere vincere vince vinto vittoria successo orgoglio orgoglioso orgogliosa divertente
      simpatico simpatica caro cara ridere risate sorriso speranza campione campioni bravo brava bravi viva evviva grande grandi ahah ahaha ahahah ahahaha haha bacio baci abbraccio abbracci fortuna festa pace liberta talento consiglio dolce
      bellezza genio emozione forza ridi sorridere ammiro coraggio efficace`,
    "1": `facile rapido utile interessante amico amici amica sostegno aiuto nuovo gratis sogno sogni vacanze musica giusto chiaro benvenuto benvenuti festeggiare nice fan lol salute estate voglio spero importante riforma speriamo bonus merito`,
    "-1": `problema problemi difficile costoso lento manca mancano dubbio dubbi paura stanco stanca freddo aspettare tardi contro crisi polemica polemiche critica critiche peccato strano perdere perde debito sciopero tagli tasse precari precariato protesta proteste`,
    "-2": `cattivo cattiva male triste tristezza peggio peggiore brutto brutta rabbia arrabbiato odio errore errori fallimento fallito bugia bugie bugiardo balle stupido stupida idiota idioti imbecille scemo cretino coglione coglioni vergogna vergognati
      vergognoso colpa colpevole danno danni dolore piangere piango lacrime malato noia noioso noiosa furto rubare ladro ladri corruzione corrotti ridicolo ridicola cazzo cazzate cazzata stronzo stronza merda palle rotto perso sconfitta stufo
      ingiusto ingiustizia violenza pericolo minaccia attacco schifo schifoso ipocrita ipocrisia fascista fascisti propaganda incapace incapaci truffa buffone buffoni pagliaccio rovina rovinato inutile deluso delusione mafia puttana ansia odia disoccupazione imbarazzante precario`,
    "-3": `orribile terribile morte morto morti muore morire uccidere ucciso assassino guerra terrorismo terrorista terroristi attentato tragedia disastro catastrofe odiare pessimo pessima stupro incubo penoso detesto tortura vittime vittima strage schifezza`,
  },
  negations: "non mai niente nulla nessuno nessuna ne senza neanche nemmeno mica",
  stronger: "molto molta tanto cosi super troppo totalmente davvero veramente piu proprio",
  weaker: "poco quasi meno abbastanza",
};
