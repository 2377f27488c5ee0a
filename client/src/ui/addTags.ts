/** The tags with those typed (several when commas part them), each once, at most `maxTags`. */
export const addTags = (tags: readonly string[], typed: string, maxTags: number): readonly string[] => {
  const next = [...tags];
  for (const word of typed.split(",").map((part) => part.replaceAll(/\s+/g, " ").trim())) {
    const isThere = next.some((tag) => tag.toLocaleLowerCase() === word.toLocaleLowerCase());
    if (word !== "" && !isThere && next.length < maxTags) next.push(word);
  }
  return next;
};
