/** The page of who has a code. */
export const join = {
  "join.busy": "You are coming in…",
  "join.code": "Code",
  "join.codeBad": "A code is six letters, and no vowel is among them: {example}, for instance.",
  "join.enter": "Enter",
  "join.hint": "Six letters, beside the QR code on the screen. No account, no password.",
  "join.link": "I have a link",
  "join.phone": "On the phone: one thing at a time",
  "join.title": "Join the workshop",
} as const;
