/** What a text that is not UTF-8 and bears no mark is most often: so does Excel write a CSV in Western Europe. */
const ONE_BYTE = "windows-1252";

/** The text of a file: by its mark where it has one, else as UTF-8 if it is that, else as Windows-1252. */
export async function readFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // a byte that UTF-8 has not: the whole is of another encoding
    const decoder = new TextDecoder(ONE_BYTE);
    // in two steps: in one, some engines read its quotation marks and euros as control signs
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  }
}
