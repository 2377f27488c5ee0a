import type { share as source } from "./share.en.ts";
import type { Translated } from "./translate.ts";

export const share: Translated<typeof source> = {
  "share.address": "Adresse de ce tableau",
  "share.addressHint": "Elle s’ouvre sur cet appareil. Pour inviter quelqu’un, demandez un lien à l’animation.",
  "share.copy": "Copier le lien",
  "share.copyOf": "Copier le lien pour le rôle {role}",
  "share.failed": "Les liens n’ont pas pu être lus.",
  "share.facilitatorText": "Anime avec vous : titre, sources, liens, et tout ce que fait un participant.",
  "share.linkOf": "Lien pour le rôle {role}",
  "share.participantText": "Ajoute, déplace et relie des cartes avec tout le monde.",
  "share.qr": "QR code du lien pour le rôle {role}",
  "share.qrFor": "Lien du QR code",
  "share.qrHint": "Montrez-le à la salle : l’appareil photo d’un téléphone l’ouvre.",
  "share.rotate": "Remplacer",
  "share.rotateConfirm": "Remplacer le lien",
  "share.rotateKeep": "Le garder",
  "share.rotateOf": "Remplacer le lien pour le rôle {role}",
  "share.rotateText": "Les personnes venues par ce lien sont déconnectées et auront besoin du nouveau.",
  "share.rotateTitle": "Remplacer le lien pour le rôle {role} ?",
  "share.rotated": "Le lien est remplacé",
  "share.text": "Un lien est une clé : qui l’a entre, sans compte.",
  "share.title": "Inviter",
  "share.viewerText": "Voit tout en direct, ne change rien.",
};
