const AGAIN_MS = 2_000;

/** A part of the page that is asked for again and again until it is there: the server may be gone for a while. */
export async function untilFetched<Part>(fetch: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await fetch();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
