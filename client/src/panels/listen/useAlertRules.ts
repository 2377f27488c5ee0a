import type { AppError } from "@palabre/shared/errors";
import type { AlertList } from "@palabre/shared/protocol";
import type { AlertRule } from "@palabre/shared/terms";
import { useEffect, useState } from "react";
import { toAppError, watchApi } from "../../api/index.ts";
import { useBoard } from "../../state/index.ts";

export interface AlertRules {
  /** undefined before the first answer */
  readonly list: AlertList | undefined;
  readonly fault: AppError | undefined;
  /** changes them as they are on the server now: another facilitator may have added one meanwhile. @throws AppError */
  readonly change: (change: (rules: readonly AlertRule[]) => readonly AlertRule[]) => Promise<void>;
}

/** What the board wants to be told of, for those who lead it. */
export function useAlertRules(): AlertRules {
  const { me } = useBoard();
  const [list, setList] = useState<AlertList>();
  const [fault, setFault] = useState<AppError>();
  useEffect(() => {
    let isGone = false;
    watchApi.alerts(me.id).then(
      (found) => isGone || setList(found),
      (cause: unknown) => isGone || setFault(toAppError(cause)),
    );
    return () => {
      isGone = true;
    };
  }, [me.id]);
  return {
    list,
    fault,
    change: async (change) => {
      const { alerts } = await watchApi.alerts(me.id);
      setList(await watchApi.setAlerts(me.id, { alerts: change(alerts) }));
    },
  };
}
