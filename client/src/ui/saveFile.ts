/** A title as the name of a file: signs that no system takes in one become a space. */
export const fileNameOf = (title: string): string =>
  title
    .replaceAll(/[\p{Cc}/\\:*?"<>|]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^[\s.]+/, "")
    .replace(/[\s.]+$/, "");

/** Hands a file over to be saved, under this name. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
