/** Puts what a page can do where the bench finds it. */
export const offer = (subject) => {
  globalThis.subject = subject;
};
