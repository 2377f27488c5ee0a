import { useMemo, useState } from "react";
import { templateFace } from "@palabre/shared/facilitation/library";
import type { TemplateName } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { TemplateDialog } from "./TemplateDialog.tsx";
import { TemplateTile } from "./TemplateTile.tsx";
import css from "./Gallery.module.css";

/** A row a purpose. */
const SECTIONS = [
  { title: "library.understand", templates: ["expectations", "factors", "effects", "pulse"] },
  { title: "library.act", templates: ["social-media", "negative-comments", "social-return", "composition"] },
  { title: "library.free", templates: ["blank", "repair-cafe"] },
] as const satisfies readonly { readonly title: string; readonly templates: readonly TemplateName[] }[];

/** Every template, by what it is for; one press shows its steps, before a board is made of it. */
export const Gallery = () => {
  const { t, language } = useText();
  const [chosen, setChosen] = useState<TemplateName>();
  const sections = useMemo(
    () =>
      SECTIONS.map(({ title, templates }) => ({
        title,
        faces: templates.map((template) => ({ template, face: templateFace(template, language) })),
      })),
    [language],
  );
  const face = sections.flatMap(({ faces }) => faces).find(({ template }) => template === chosen)?.face;
  return (
    <>
      {sections.map(({ title, faces }) => (
        <section key={title} aria-labelledby={title}>
          <h3 id={title} className={css["purpose"]}>
            {t(title)}
          </h3>
          <ul className={css["grid"]}>
            {faces.map((shown) => (
              <li key={shown.template}>
                <TemplateTile face={shown.face} onOpen={() => setChosen(shown.template)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {chosen && face && <TemplateDialog template={chosen} face={face} onClose={() => setChosen(undefined)} />}
    </>
  );
};
