import { TEMPLATES, type Template } from "@palabre/shared/protocol";
import { useText } from "../i18n/index.ts";
import { SectionHead } from "./SectionHead.tsx";
import { Silhouette } from "./Silhouette.tsx";
import type { Outlined } from "./silhouettes.ts";
import type { Sample } from "./useSample.ts";
import css from "./Templates.module.css";

/** How each template shows: its own kind of card, its name, what is in it. */
const FACES: Readonly<Record<Template, { kind: Outlined; name: "home.sampleName"; hint: "home.sampleHint" }>> = {
  "repair-cafe": { kind: "expectation", name: "home.sampleName", hint: "home.sampleHint" },
};

export const Templates = ({ sample }: { readonly sample: Sample }) => {
  const { t } = useText();
  return (
    <section aria-labelledby="templates">
      <SectionHead id="templates" title={t("home.templates")} hint={t("home.templatesHint")} />
      <ul className={css["grid"]}>
        {TEMPLATES.map((template) => (
          <li key={template}>
            <button type="button" className={css["template"]} onClick={sample.open} aria-disabled={sample.isOpening}>
              <svg className={css["shape"]} width="54" height="46" viewBox="-32 -24 64 52" aria-hidden="true">
                <Silhouette kind={FACES[template].kind} scale={0.95} />
              </svg>
              <span className={css["words"]}>
                <b>{t(FACES[template].name)}</b>
                <small>{t(FACES[template].hint)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
