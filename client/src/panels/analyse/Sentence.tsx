import { partsOf } from "./titles.ts";

/** A sentence whose titles are bold. */
export const Sentence = ({ of }: { readonly of: string }) =>
  partsOf(of).map(({ text, isTitle }, i) => (isTitle ? <b key={i}>{text}</b> : <span key={i}>{text}</span>));
