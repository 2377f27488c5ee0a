/** What does again what a refused document held, in a chunk of its own: few need it, and those when the server may have no file of it any more. */
export const loadRestore = () => import("./restore.ts");
