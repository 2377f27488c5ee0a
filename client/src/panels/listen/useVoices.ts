import type { AppError } from "@palabre/shared/errors";
import type { SetVoices, Voices } from "@palabre/shared/protocol";
import { useEffect, useState } from "react";
import { toAppError, watchApi } from "../../api/index.ts";
import { useBoard, useWorkshop } from "../../state/index.ts";

export interface ComparedVoices {
  /** undefined before the first answer */
  readonly voices: Voices | undefined;
  readonly fault: AppError | undefined;
  /** @throws AppError */
  readonly set: (voices: SetVoices) => Promise<void>;
}

/** The names that a board compares, counted over the last days; counted again as posts come. */
export function useVoices(days: number): ComparedVoices {
  const { me } = useBoard();
  const { posts, readAt } = useWorkshop().listening;
  const [voices, setVoices] = useState<Voices>();
  const [fault, setFault] = useState<AppError>();
  useEffect(() => {
    let isLate = false;
    watchApi.voices(me.id, days).then(
      (found) => {
        if (isLate) return;
        setFault(undefined);
        setVoices(found);
      },
      (cause: unknown) => isLate || setFault(toAppError(cause)),
    );
    return () => {
      isLate = true;
    };
  }, [me.id, days, posts, readAt]);
  return {
    voices,
    fault,
    set: async (named) => {
      await watchApi.setVoices(me.id, named);
      setVoices(await watchApi.voices(me.id, days));
    },
  };
}
