import type { WordList } from "./wordList.ts";

/** Spanish words by how they feel, written for this project. */
export const SPANISH: WordList = {
  feelings: {
    "3": `amo amor encanta encantan encanto excelente excelentes increible maravilloso maravillosa genial geniales perfecto perfecta fantastico fantastica espectacular
      precioso preciosa adoro feliz felices felicidad felicidades hermoso hermosa magnifico estupendo enhorabuena mejor mejores brutal impresionante crack`,
    "2": `bueno buena buenos buenas bien bonito bonita lindo linda gracias alegria alegre contento contenta gusta gusto gustan gustar disfrutar disfruta ganar gana ganado ganamos
      victoria exito exitos orgullo orgulloso orgullosa divertido divertida guapo guapa guapos querido quiero reir risa sonrisa ilusion esperanza campeon campeones campeona
      bravo viva grande ole jaja jajaja jajajaja besos beso abrazo abrazos suerte fiesta paz libertad admiro talento recomiendo agradecido agradecida vamos bello bella dulce rico emocion valiente`,
    "1": `facil rapido util interesante amigo amigos amiga apoyo ayuda nuevo gratis sueno suenos vacaciones musica mejora seguro justo claro bienvenido bienvenidos celebrar animo nice fan lol salud verano`,
    "-1": `problema problemas dificil caro lento falta faltan duda miedo cansado cansada sueno frio esperar tarde contra crisis polemica critica pena raro lastima perder pierde deuda paro`,
    "-2": `malo mala malos malas mal triste tristeza peor peores feo fea odio enfado enfadado error fallo fracaso mentira mentiras mentiroso miente mienten tonto tonta tontos estupido estupida
      idiota imbecil verguenza culpa culpable dano dolor duele llorar lloro llorando enfermo enferma aburrido aburrida robo robar roban ladron ladrones corrupcion corrupto corruptos ridiculo
      cabron puto puta joder jodido cono hostia roto perdido derrota harto harta molesta injusto injusticia violencia peligro amenaza ataque fea basura sola solo hipocresia hipocrita fascista fascistas`,
    "-3": `horrible terrible asco asqueroso mierda muerte muerto muertos muere murio morir matar mata asesino asesinato guerra terrorismo terrorista terroristas atentado tragedia desastre catastrofe
      odio odiar vergonzoso violacion hijueputa pesadilla lamentable patetico detesto tortura victima victimas`,
  },
  negations: "no nunca jamas nada nadie ni sin tampoco ningun ninguna",
  stronger: "muy tan mucho super demasiado totalmente realmente bastante mas",
  weaker: "poco algo casi menos",
};
