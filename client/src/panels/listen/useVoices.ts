import type { AppError } from "@palabre/shared/errors";
import type { SetVoices, Voices } from "@palabre/shared/protocol";
import { useEffect, useState } from "react";
import { toAppError, watchApi } from "../../api/index.ts";
import { useBoard, useThemes, useWorkshop } from "../../state/index.ts";
import { shownVoices, type ShownVoices } from "./shownVoices.ts";

export interface ComparedVoices extends ShownVoices {
  readonly reload: () => void;
  /** Changes them as they are on the server now: another facilitator may have set others meanwhile. @throws AppError */
  readonly change: (change: (names: SetVoices["names"]) => SetVoices["names"]) => Promise<void>;
}

/** The names that a board compares, counted over the last days; counted again as posts come and as they are read. */
export function useVoices(days: number): ComparedVoices {
  const { me } = useBoard();
  const { posts, readAt } = useWorkshop().listening;
  // they change once new posts have been read, and with them what is felt in the posts
  const themes = useThemes();
  const [answer, setAnswer] = useState<{ readonly days: number; readonly voices: Voices }>();
  const [failed, setFailed] = useState<{ readonly days: number; readonly fault: AppError }>();
  const [attempt, setAttempt] = useState(0);
  const reload = (): void => setAttempt((turn) => turn + 1);
  useEffect(() => {
    let isLate = false;
    watchApi.voices(me.id, days).then(
      (voices) => {
        if (isLate) return;
        setFailed(undefined);
        setAnswer({ days, voices });
      },
      (cause: unknown) => isLate || setFailed({ days, fault: toAppError(cause) }),
    );
    return () => {
      isLate = true;
    };
  }, [me.id, days, posts, readAt, themes, attempt]);
  return {
    ...shownVoices(days, answer, failed),
    reload,
    change: async (change) => {
      const { names } = await watchApi.voices(me.id, days);
      await watchApi.setVoices(me.id, { names: change(names.map(({ name, query }) => ({ name, query }))) });
      setAnswer({ days, voices: await watchApi.voices(me.id, days) });
      // another span may be shown by now
      reload();
    },
  };
}
