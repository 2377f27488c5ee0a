import { stemOf } from "./stem.ts";

/**
 * Words of communities, products and places that mean one thing in French and in English, a concept a line. Written by hand; a
 * word of a theme in one language finds its posts in the other by it. Folded; the first English word names the concept.
 */
const LINES = `
  synchroniser synchronisation synchro synchronise sync | sync synch synchronize synchronization syncing synced synching
  connexion connecter connecte connectivite reconnecter | connect connection connecting connectivity reconnect
  deconnecter deconnexion deconnecte | disconnect disconnection disconnected disconnecting
  appairage appairer jumeler jumelage couplage coupler apparier appareillage | pair pairing paired
  montre montres | watch watches smartwatch
  cadran cadrans | face faces dial dials watchface watchfaces
  bracelet bracelets | band bands strap wristband bracelet
  maj miseajour actualisation update | update updates updated upgrade updating
  notification notifications notif notifs | notification notifications notif
  alerte alertes alarme alarmes reveil | alarm alarms alert alerts
  sommeil dormir sieste dort siestes | sleep sleeping nap asleep
  langue langues francais francaise traduction traduire anglais anglaise traduit | language languages french translation translate english translated
  interface ergonomie ergonomique ihm | interface ui ux ergonomics
  activite activites exercice exercices sport sports sportif discipline | activity activities exercise exercises sport sports workout workouts
  marche marcher randonnee rando | walk walking hike hiking walks
  course courir footing | run running runs jog
  velo cyclisme cycliste vtt | bike cycling bicycle biking ride
  natation nager piscine | swim swimming pool
  pas podometre compteur | step steps pedometer
  frequence cardiaque cardio coeur pouls rythme bpm | heart hr heartrate pulse bpm cardio
  poids peser balance imc | weight scale bmi weigh
  unite unites kilometre kilometres km miles mile metrique livres kilo | unit units kilometer kilometers km miles mile metric pounds imperial kg
  autorisation autorisations permission permissions acces droits | permission permissions access authorization privileges
  donnee donnees | data
  exporter export exportation exports | export exporting exports exported
  importer import importation | import importing imported
  partager partage partages | share sharing
  batterie autonomie pile piles | battery
  charger charge chargeur recharge | charge charger charging
  carte cartes cartographie plan itineraire parcours trace traces | map maps route routes track tracks itinerary course courses
  gps localisation position geolocalisation | gps location position localization
  denivele altitude | elevation altitude ascent
  vitesse allure rapidite | speed pace
  lent lente lenteur lentement ralenti ralentit | slow slowly laggy lag sluggish
  planter plante plantage plantages crash crashe | crash crashes crashing crashed
  bug bugs bogue bugge buguer | bug bugs buggy glitch glitches
  compte comptes identifiant inscription | account accounts registration signup
  motdepasse passe | password passwords
  confidentialite prive privee espion espionnage | privacy private spying spy
  publicite publicites pub pubs | ad ads advert adverts advertising
  prix cher gratuit payant payante abonnement payer | price expensive free pay paid subscription cost
  telephone smartphone portable mobile tel | phone phones smartphone mobile cellphone
  installer installation reinstaller desinstaller desinstallation | install installation reinstall uninstall installed installing uninstalled
  meteo temperature | weather temperature forecast
  musique chanson chansons | music song songs
  message messages sms texto textos | message messages sms text texts
  appel appels appeler | call calls calling
  mail courriel courriels email | email mail emails
  photo photos image images | photo photos picture pictures image images
  calendrier agenda | calendar schedule agenda
  ami amis amie contact contacts | friend friends contact contacts
  entrainement entrainements entrainer seance seances programme | training train session sessions program plan trainings
  calorie calories nutrition repas aliment manger | calorie calories nutrition food meal eat
  eau hydratation boire | water hydration drink
  stress respiration | stress breathing breath
  sang tension oxygene saturation | blood pressure oxygen spo2
  cycle menstruel regles | menstrual period cycle
  historique historiques statistique statistiques stat stats | history statistics stats stat historical
  graphique graphiques courbe courbes graphe | graph graphs chart charts
  objectif objectifs but buts | goal goals target targets
  couleur couleurs noir blanc sombre theme fond | color colour colors dark white black theme background
  voix vocal vocale vocaux parle | voice vocal spoken audio
  heure heures date horloge fuseau | time clock hour hours date timezone
  bluetooth | bluetooth
  serveur serveurs maintenance panne | server servers maintenance outage down
  assistance sav support aide | support help service assistance
  site internet web ligne | website site internet web online
  ordinateur pc ordi | computer pc desktop laptop
  capteur capteurs | sensor sensors
  ecran ecrans affichage afficher affiche | screen screens display displays
  bouton boutons touche | button buttons
  menu menus navigation naviguer | menu menus navigation navigate
  reglage reglages parametre parametres configuration configurer | setting settings configuration configure setup preferences
  distance distances | distance distances
  precis precision precise imprecis fiable fiabilite | accurate accuracy inaccurate precise reliable reliability
  enregistrer enregistrement enregistre sauvegarde sauvegarder | record recording save saved saving backup records
  supprimer suppression effacer efface perdu perdre perte disparu | delete deleted remove removed lost lose erase disappeared missing
  modifier modification changer personnaliser personnalisation editer | edit change customize customise modify customization
  ajouter ajout rajouter rajout | add added adding addition
  store playstore boutique telechargement telecharger | store playstore download downloading downloaded
  version versions | version versions
  android | android
  ios iphone apple | ios iphone apple
  appareil appareils accessoire accessoires peripherique | device devices accessory
  ecouter ecouteur ecouteurs casque | headphones earphones listen headset
  manque manquer | lack lacking lacks
  detecter detection reconnaitre reconnait trouve | detect detection recognize recognise detected recognized find
  demarrer demarrage ouvrir ouverture lancer lance ouvre | start open opening launch startup opens
  fermer fermeture ferme arreter arrete | close closes stop stopped closing
  ecole ecoles eleve eleves | school schools pupil pupils student
  enfant enfants jeune jeunes | child children kids kid youth
  atelier ateliers | workshop workshops
  reunion reunions rencontre | meeting meetings meetup
  horaire horaires | timetable
  quartier quartiers voisin voisins | neighbourhood neighborhood neighbours neighbor district
  arbre arbres jardin jardins vert | tree trees garden gardens green
  bruit bruyant | noise noisy
  securite dangereux danger | safety safe security dangerous danger
  dechet dechets poubelle poubelles ordures | waste trash garbage bin bins rubbish
  parking stationnement stationner | parking park
  bus tram metro train transport transports | bus tram metro transit transport
  logement logements loyer loyers | housing rent rents
  emploi travail boulot | job jobs work employment
  bibliotheque livre livres | library book books
  eclairage lumiere lumieres | lighting light lights
  proprete sale propre | clean dirty cleanliness
  file attente queue | queue waiting wait
  livraison livrer | delivery deliver shipping
  remboursement rembourser | refund refunds reimbursement
  documentation tutoriel notice | documentation tutorial manual docs guide
  moderation moderateur | moderation moderator
  recherche rechercher chercher | search searching
`;

const CONCEPTS: Readonly<Record<"fr" | "en", ReadonlyMap<string, string>>> = readLines();

function readLines(): Record<"fr" | "en", Map<string, string>> {
  const read = { fr: new Map<string, string>(), en: new Map<string, string>() };
  for (const line of LINES.trim().split("\n")) {
    const [french = "", english = ""] = line.split("|").map((side) => side.trim());
    const name = `#${english.split(" ")[0] ?? ""}`;
    for (const word of french.split(" ")) read.fr.set(stemOf(word, "fr"), name);
    for (const word of english.split(" ")) read.en.set(stemOf(word, "en"), name);
  }
  return read;
}

/**
 * The concept a stem stands for, as "#name"; undefined for most. A word of one language in a text of the other counts too: the
 * French write "update".
 */
export function conceptOf(stem: string, language: string): string | undefined {
  const [own, other] = language === "en" ? [CONCEPTS.en, CONCEPTS.fr] : [CONCEPTS.fr, CONCEPTS.en];
  return own.get(stem) ?? other.get(stem);
}
