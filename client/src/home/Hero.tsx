import { useText } from "../i18n/index.ts";
import { JoinForm } from "./JoinForm.tsx";
import { Tree } from "./Tree.tsx";
import type { Sample } from "./useSample.ts";
import css from "./Hero.module.css";

export const Hero = ({ sample }: { readonly sample: Sample }) => {
  const { t } = useText();
  return (
    <section className={css["hero"]}>
      <div>
        <h1 className={css["title"]}>
          {t("home.heroListen")}
          <br />
          {t("home.heroDecide")}
        </h1>
        <p className={css["lede"]}>{t("home.lede")}</p>
        <JoinForm sample={sample} />
      </div>
      <div className={css["picture"]}>
        <Tree label={t("home.tree")} />
      </div>
    </section>
  );
};
