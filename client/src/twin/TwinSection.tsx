import type { OutlineSection } from "@palabre/shared/outline";
import type { CardId } from "@palabre/shared/terms";
import { AddCard } from "./AddCard.tsx";
import { TwinEntry } from "./TwinEntry.tsx";
import css from "./Twin.module.css";

export interface TwinSectionProps {
  readonly section: OutlineSection;
  /** undefined where there is one section only, and it needs none */
  readonly title: string | undefined;
  /** the card that is being changed */
  readonly open: CardId | undefined;
  readonly onOpen: (card: CardId | undefined) => void;
  readonly mayEdit: boolean;
  /** only what was found is shown: nothing is added in between */
  readonly isSearching: boolean;
}

/** A frame with what lies in it, under its title. */
export const TwinSection = ({ section, title, open, onOpen, mayEdit, isSearching }: TwinSectionProps) => (
  <section
    className={css["section"]}
    data-depth={Math.min(section.depth, 3)}
    {...(title === undefined ? {} : { "aria-label": title })}
  >
    {section.frame ? (
      <TwinEntry entry={section.frame} heading="h3" isOpen={open === section.frame.card.id} onOpen={onOpen} />
    ) : (
      title !== undefined && <h3 className={css["outside"]}>{title}</h3>
    )}
    <ol className={css["entries"]}>
      {section.entries.map((entry) => (
        <li key={entry.card.id}>
          <TwinEntry entry={entry} heading="h4" isOpen={open === entry.card.id} onOpen={onOpen} />
        </li>
      ))}
    </ol>
    {mayEdit && !isSearching && section.frame && <AddCard frame={section.frame.card} />}
  </section>
);
