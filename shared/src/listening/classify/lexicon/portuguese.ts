import type { WordList } from "./wordList.ts";

/** Portuguese words by how they feel, written for this project. */
export const PORTUGUESE: WordList = {
  feelings: {
    "3": `amo amor amei amando adoro adorei excelente incrivel maravilhoso maravilhosa perfeito perfeita fantastico fantastica espetacular feliz felizes felicidade parabens lindo linda lindos lindas
      magnifico otimo otima melhor melhores sensacional maravilha demais apaixonado apaixonada`,
    "2": `bom boa bons boas bem bonito bonita obrigado obrigada obg alegria alegre contente gosto gostei gosta gostar ganhar ganhou ganha vitoria sucesso orgulho orgulhoso divertido
      engracado querido querida rir rindo risos sorriso esperanca campeao campea bravo viva kkk kkkk kkkkk kkkkkk haha hahaha rsrs beijo beijos abraco abracos sorte festa paz liberdade talento recomendo fofo fofa legal massa top saudade
      gostoso gostosa animado ansioso ansiosa emocao deus abencoe gato gata rei rainha fera`,
    "1": `facil rapido util interessante amigo amigos amiga apoio ajuda novo gratis sonho sonhos ferias musica seguro justo claro celebrar forca nice fan lol saude verao quero vontade`,
    "-1": `problema problemas dificil caro lento falta duvida medo cansado cansada frio esperar tarde contra crise polemica critica pena raro perder perdi divida sono preguica atraso`,
    "-2": `mau ma maus ruim ruins mal triste tristeza pior piores feio feia raiva irritado irritada irrita erro falha fracasso mentira mentiras mentiroso burro burra estupido idiota imbecil otario vergonha culpa culpado
      dano dor doi chorar choro chorando chorei doente chato chata chateado chateada roubo roubar ladrao ladroes corrupcao corrupto corruptos ridiculo ridicula porra caralho fdp puta puto droga quebrado perdido derrota
      injusto injustica violencia perigo ameaca ataque lixo hipocrita golpe golpista sozinho sozinha sofrer sofro saco merda bosta cu desgraca inferno insuportavel`,
    "-3": `horrivel terrivel nojo nojento morte morto mortos morreu morrer matar matou assassino guerra terrorismo terrorista tragedia desastre catastrofe odio odeio pessimo pessima estupro pesadelo lamentavel detesto tortura`,
  },
  negations: "nao nunca jamais nada ninguem nem sem nenhum nenhuma n",
  stronger: "muito muita tao super demais totalmente realmente bastante mais mto mt",
  weaker: "pouco quase menos meio",
};
