/** The page of who waits to be let in. */
export const waiting = {
  "waiting.again": "No answer for the moment. This page tries again by itself.",
  "waiting.changeName": "Change",
  "waiting.in": "You are in.",
  "waiting.nameLabel": "Your name",
  "waiting.refused": "You were not let in",
  "waiting.refusedText":
    "Is it a mistake? Tell the facilitator of “{title}” that you are {name}: this page follows by itself.",
  "waiting.title": "You will be let in",
  "waiting.text": "The facilitator of “{title}” opens the door. This page follows by itself.",
} as const;
