import { useEffect } from "react";
import { useText } from "../i18n/index.ts";
import { fetchPopups } from "../ui/index.ts";
import { Boards } from "./Boards.tsx";
import { Hero } from "./Hero.tsx";
import { HomeHeader } from "./HomeHeader.tsx";
import { Templates } from "./Templates.tsx";
import { useBoards } from "./useBoards.ts";
import { useSample } from "./useSample.ts";
import css from "./HomePage.module.css";

/** Where everybody arrives: what Palabre is, the boards of this device, and three ways in. */
export const HomePage = () => {
  const { t } = useText();
  const boards = useBoards();
  const sample = useSample();
  // what could not be fetched now is asked for again when it is opened
  useEffect(() => void fetchPopups().catch(() => undefined), []);
  return (
    <>
      <a className="skip" href="#boards">
        {t("home.skip")}
      </a>
      <div className={css["page"]}>
        <HomeHeader />
        <main>
          <Hero sample={sample} />
          <Boards boards={boards} sample={sample} />
          <Templates />
        </main>
      </div>
    </>
  );
};
