/**
 * How many of the posts it was learnt from hold a stem, a concept or a word: what is common says little of a theme.
 *
 * Written by `npm run learn:background`, not by hand. Source: Jl-wei/mini-bar (Wei et al., ICTAI 2023), MIT licence; SHA-256:
 *   expect-reviews-en.jsonl 8fad1ee24be0a488dcf132e8bfd5d9a1848f2b0ce6fc1559252dd221606276a3
 *   expect-reviews-fr.jsonl 585c45121266bda55041beb60b85f770ca1dcbd678743d834d5cf006414cbffa
 */
const STEMS = `
832: #watch 600: #phone 591: #connect 518: #activity 516: #update 487: #job 412: #sync 379: #map 344: garmin 335:
huawei 325: #data 316: #support 310: impossibl 274: #delete 271: fonctionn 269: #time 268: #step 264: #band 246:
samsung 240: #heart 232: #edit 230: #install 223: problem 222: #sleep 216: #walk 208: #start 197: health 196:
#notification #run 185: #device sup 179: #detect 178: #accurate 177: #training 165: fit 164: #calorie 163: dommag 161:
honor 160: utilis 158: #add #version 151: #pair 149: #close 148: #weight util 144: complet 142: day 141: #record 140:
#bug 139: merci 138: fix 137: #store 132: #screen eas sui 131: #setting show 127: doesn 123: top 120: #permission 119:
#account 118: #face 117: featur 116: count 109: keep 108: issu 107: #gps #lack 106: simpl 105: inform using 104: #unit
100: #friend 98: #history 97: nic 92: #menstrual excellent pro 91: say 90: #bluetooth 86: #price 85: suivi 84: best
83: won 82: opt 81: useful 79: fin 78: correct temp 77: decu 76: #bike rat 75: #message long 74: arr facil 73:
#android 70: #call part 69: just 68: #interface #password #website 67: nombr try year 66: parf 65: experienc peux prat
64: lot moi thank 62: #goal info know 59: #distance 58: #battery recent 57: demand rest 56: alway googl 55: #language
awesom different mainten mal 54: #blood achet far look semain star 53: #voice etoil month useles 52: ador 51: #crash
#disconnect total 50: bonjour point 49: suivr 48: dai motiv oblig smart strava 47: #color #waste challeng detail week
46: perfect permet seem 45: activ amelior nul tried unable 44: #housing ask check feni rapid 43: aim cool met 42:
disappoint helpful intu monitor think 41: allow hap 40: #charge #computer #documentation certain chos first fonction
gt vivosmart 39: bad 38: #server #stress cant content efficac galax motivat things 37: #alarm debut galaxy gro
interess pret sort sympa vivoact 36: #search #speed avail coup edg lov product user vit 35: anymor provid 34: #graph
#moderation com error funct gestion mesur ok suit surtout 33: bought fitbit mi minut pens proper read satisf turn 32:
gt2 thing 31: #share #swim ass compatibl corrig fai fonctionnalit genial giv recommand recommend sante 30: amaz an buy
calcul cod didn difficult fenix load requir superb 29: #ios #music all dit forerunn improv puiss reason 28: continu
easi erreur fail frustrat inutil list overal pag pourt prendr tak 27: #menu essay gear journ lit marqu moment old
softwar solution 26: #elevation #water def exempl link peopl svp test vien 25: #email bemol bit clear coach measur
numb qualit reset second 24: alread ancienn annoy effectu end forc fun moyen pied propos 23: #calendar pet report scan
vai vivoactiv vu 22: ann forerun lif limit littl pal plac present quotidien s7 via 21: #export #slow agr associ bloqu
compar constant cre found happen jam mov normal otherwis prend root the vivofit 20: #sensor act connection control
develop direct doi dur enjo ensembl esper ful magic myfitnesspal niveau plein previou progres rapport repons resultat
upload wear 19: #photo automatical current dernier due enlev ent fauss im intak manage mot multipl parfait performanc
plu seul sudden to toda veux view widget 18: #button analys bell car client creat disponibl fait fantastic
functionalit important includ ind it main min past perd personn sert suiv terribl took 17: appear auto comprend
difficil egal general grand interet logiciel manuell next of paus penibl pla play poor restart return right souc
system tool transfert typ understand xiaomi 16: accurate ago almost avanc caus clair compl concern couldn equip
everytim exact exampl gard guy high integr kind level lik personal petit prochain receiv recuper regard retrouv
suggest switch 15: #queue #weather acced accept automat avai averag commenc complete conseil consomm detaill
developpeur dont follow given impres inst instruct laiss login pb plz purchas recevo reco refus rentr resolu review s3
sai sect sign signal unfortunate users wrong zero 14: #import absolute alot avi bas becom bod brand bref ca consult
dis doesnt drain etai mat mean measure mond mone moyenn parcouru phy pleas quick realis revo s5 sembl vivof 13:
#privacy 6x big cepend choi compan comptabilis design devenu devient entr everyda fast fonct ger hat hier learn liste
liv meilleur model night option pixel premier produ produit profil quotidienn real redmi reguli resoudr result s10
said stable stuck suck togeth unles vie vivo with wors 12: abilit and apk aut basic brilliant burn commentair defi
desactiv driv envoy especial except existe fan final global gon good hard haven improve in instead intuitiv lat lieu
matin mes nickel nuit p30 regret regrett remind rend retour send ser voila wont worth 11: #safety 5x apli apport
autoris bar barcod bravo bring click concurrenc consider deception decid defaut depens evolution facebook feel firmwar
form gross habit hom informativ instinct interest low manag market mont my o2 obvious p20 pls possibilit pourr pouv
pris regular reussi reven s6 satisfait ski solv souci sta suppos thi thought transfer went worst 10: #clean #tree
adapt afin aliment along appreciat around automatiqu cach calculat catastroph cla compatibilit consistent consum
extreme favorit figur functional galler gen gpx grac great hasn i ideal idee inadmissibl insight item lol lud materiel
morn nom notam oppo ouvert precedent redemarr redir remedi routin running s20 savo sel several stupid systematiqu tab
taken ten til troubl vrai wifi wonderful 9: #headphones 3rd 5g accord age ancien appar arriv asap attend badg basi
broken cess chois combin communaut communic complex comptag decompt default definite despit enjoy erron ex expres fact
finish fitb flawles hi indispen input let lien malheureu myself onglet outil perform pop pos post progr push request
resolv retir ruin serai sham tech that trajet vibr vid 8: #meeting #refund #school accessibl achat affichent air ap
aur beug can cheat cloud compet complaint correspond decent decouvr dessu drop effectiv enabl ensuit etag exterieur
extra fitnes floor fonctionnell fonctionnent fort forunn franch goes gym half hand idea idem indic left lg magnif mai
mar most negat network new pareil permanent permett pref premi progress reach reel remettr repond respons resum s9
sait serious simp solut sourc spent stuf tap third trail travel ur utilit verific vibrat video vue want whol yesterda
7: #ad a5 absolu allum although amount analysi annonc apprec appreci arrier awsom bcp beau beugu climb clique
compagnon complain confus conseill creation cumul decembr depart diet differenc dout effort enable encourag essentiel
essentiell fais fat forev futur galer gav golf gratuit group gsm gues hel hont horribl inscrir intelligent interval
itself ive janvi lifestyl lir lock marathon match mauvais minimum move muscul nam necessair neith null offr ord
original p9 pattern person personnell pir previous pul ran random reboot reinitialis rep reseau reveill s8 self
septembr spac summar team tell tourn travaill truc ultra unus venu very xperia yourself 6: #bus 10k addres advic
against ailleur aleatoir answ aout asu awar bonn brok brul cap card chemin chines clas collect combien constat
convient cree decev degout depass deplac didnt discover element enorm eteint evalu for forget format fractionn gadget
glad hit icon id impecc impos incom incorrect india jai juin kil larg lead leav lie lin lisibl longtemp longueur macro
manuel marchent marr max mensuel mett necessit nexu nik no non nourritur novembr occur offlin oh one oneplu ones os
outdoor own p10 p8 particuli permanenc personnel pick plait pointles polar prefer prepar probab progression pu
question re regist regulier releas remarqu rendr renseign repondr rich runtastic sad se select selectionn sen serieu
seriou shown sinc smal soi sony surpris survenu tentat tip troubleshoot twic unreli use usual vient visualis voit wa
way world wrist yoga your zon 5: #library 2e 5 735xt aap achiev aimerai amateur amus anterieur anywa apparaissent aren
aspect attempt attention automatic badminton begin bet blank bof boug break breakdown brows cafein caloric cam captur
carb cest choic choos competit complicat compr concu concurrent contra cot couch countr curv deep depth doubl echec
effet efficient enhanc essential etat evit exist explic explor extrem fak fallo fatigu fc feet fing fluid forum
frequent fronti function genr graphic hang haut hav hebdomadair heureu hm hop inaccurac increas initial irritat
journali journalier juillet kept liaison libr live livetrack lorsqu machin man mediocr ment merveill moit motorola
near necessar obligatoir obten octobr or par passag permettr phas plais pouss pow practical pres puisqu put quasi quit
ra raison reconnu recu reell remet respond retard reuss revanch ridiculou sach seamles sens seri shealth solid sor
spend stay stimul suffis tableau tablett talk tau technolog tent term tru trust usag valu variou verif veuill viv voir
wak wasn what whatev wif word wow writ you 4: #child #lighting 1h abus accueil acquer activat actualis additional
affect alimentair alternativ ant apart apparent arrang assoc auparav aurai barr beat besid beyond bilan blanch block
bonheur box bp bt bye capabilit chanc che chouett circl communicat communiqu condit confirm connaitr continuou cor
corp coureur cout critique cut d damn declin deconn decouvert depend deplor derrier desact developp diabet doctor dos
ecg eg encourage ennuy entir esp ess etap evolut expect eye facilit facon failur fami fau fault faut fevri fichi fit2
flaw fonctionnel forward fourn freez fur gagn gain gamin gc god gram gud ha hassl hauteur height hesit honour htc hug
hundr ignor imagin impression incomplet incredib incroy integrat interact interieur invest invit j5 jador januar java
jok journe july labori laquell layout lbs loin longu lu maintain manipul mari mauv memoir mentionn minor much neanmoin
need noel nokia novic nowher numero occasional oeil ordr origin oubl out outsid packag pain participat pathetic
persistent pis pleasant plent poch poco positiv prim principal proces profond prop protein qq quitt rare react reactiv
really reflect relev remett remont removed remplac require restent satellit scor sec sent sex simplicit situ slept
slight so social soleil somehow someil souhait specif specific split spywar stair standard strength styl sub succ
successful sugar sympath told ton triste ulterieur uniqu up usb vain valid veill ven visibl vivomov vra well whatsap
worthles wouldn 3: #timetable 1er 1st 3e 4 5k 5km 6km 6t 8h 920xt aberr abord abov absolut accompagn add adida adjust
advis agre ahead ai ajust aleato am analytic anim apercu aplic appstor associat assur aswel at ate athlet attaqu
atteindr aven avoid avril awful back bank bascul be behind benefit bizarr board boost bor bord boucl branch brings bud
build burnt by cadeau camera carr cas ceintur cel chaussur cheap christma circuit club coaching combl command communit
comparison competitiv complementair comport comprehensiv comprendr concepteur conn connaiss consid constructeur
continual convivial cordial couldnt cover croir crucial crush databas deconnex deconseill deez defil defin defit
desagr deserv desesper desintall desorm deven devr dign dispo dispos do dog dollar domag don downgrad dynamic
dysfonctionn easiest ecart echou ecosystem ecr electr embet empech encounter energet eniem enti environ essa estim
eteindr even excelent exception exig expl explain expliqu extraordinair factor faibl fant feed feedback fenix5 fichier
flat focus foot fou from geek glucos gmail gut habitud hardwar healt hear hello henc hms huawai husband ident
identific immediate inconsistent inconvenient indoor inexist inspir inten intensit intermittent interpret introuv
intru ipad isnt j3 jawbon jet journal jump jun kcal kinda lang lap laz leg lendemain lev lifesum literal locat love
luck magasin maitris manip marg mdp mensuell merit microphon mix modern motivational msg multitud muscl nett nord
nutrient nutritional obtien occup od offert operat organis otag oth oubli partenair particip partout parvien pas
patienc peak percentag perf periodical perm pfff plat platform polic possed possesseur possib pratiqu pre prevu
primari proced procedur promis qd quest quil rallum rang reactivit recommenc reconnexion recurrent redemarrag referm
refonctionn refresh regim regression regroup relat reliab reload remain rememb remerc remis renvo renvoy repair repeat
repetit repl restitu retourn reward rul runkeep s21 sais satisfais scann screw sd see separ seraient sess shad shap
shortcut shouldn sick sid silent singl smooth snack soir son sonn sound spin stag stand storag strang strong struggl
suffisam sum sumsung supplementair surveill taill task termin ther tho thorough throw thx ti tierc tj tjr tomb too
tour toutefo toward tract training transf triathlon tries tro ua uk unaccept unpair urgenc vacanc valeur vari variet
vaut vent verifi vieux visit visuel vivosmart3 vivosport vo2 voitur voul voulu we weird whilst wiko win wint wond wrot
x3 youtub yrs`;

/** Posts it was learnt from. */
export const BACKGROUND_POSTS: number = 5519;

/** Posts that hold a term, at least 3; a term that is not here is rarer. */
export const BACKGROUND: ReadonlyMap<string, number> = read();

function read(): Map<string, number> {
  const spread = new Map<string, number>();
  let posts = 0;
  for (const word of STEMS.trim().split(/\s+/)) {
    if (word.endsWith(":")) posts = Number(word.slice(0, -1));
    else spread.set(word, posts);
  }
  return spread;
}
