/** What the board says in between its cards to who hears it from top to bottom. */
export const reading = {
  "reading.inFrame": "In “{title}”",
  "reading.outside": "In no frame",
} as const;
