import type { ReactNode } from "react";
import type { LinkId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useWeighedSnapshot } from "../state/index.ts";
import { pathWords } from "./pathWords.ts";
import css from "./Reasons.module.css";

/** One sentence of a "why?". */
export const Reason = ({ children }: { readonly children: ReactNode }) => <p>{children}</p>;

/** Ways through the map, a sentence each; those that are no more are left out. */
export const Paths = ({ title, paths }: { readonly title: string; readonly paths: readonly (readonly LinkId[])[] }) => {
  const text = useText();
  const snapshot = useWeighedSnapshot();
  const sentences = paths.flatMap((links) => pathWords(links, snapshot, text) ?? []);
  if (sentences.length === 0) return null;
  return (
    <>
      <Reason>{title}</Reason>
      <ul className={css["paths"]}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
};
