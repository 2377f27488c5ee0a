import { useMemo } from "react";
import type { PersonId, Role } from "@palabre/shared/terms";
import { joining, toAppError } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard, useDesk } from "../../state/index.ts";
import { announce, showToast, type Toast } from "../../ui/index.ts";

export interface AtDoor {
  readonly person: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly at: number;
}
export interface Door {
  readonly hasWaitingRoom: boolean;
  /** who waits, the first to come first */
  readonly waiting: readonly AtDoor[];
  readonly refused: readonly AtDoor[];
  readonly setWaitingRoom: (isOn: boolean) => void;
  readonly admit: (one: AtDoor) => void;
  readonly admitAll: () => void;
  readonly refuse: (one: AtDoor) => void;
}

/** The door of the board as its facilitators see it, and what they do there; each thing done is said. */
export function useDoor(): Door {
  const { t, error } = useText();
  const { me } = useBoard();
  const desk = useDesk();
  const entries = desk?.waiting;
  const { waiting, refused } = useMemo(() => {
    const all = [...(entries ?? [])].map(([person, facts]) => ({ person, ...facts })).sort((a, b) => a.at - b.at);
    return { waiting: all.filter(({ isRefused }) => !isRefused), refused: all.filter(({ isRefused }) => isRefused) };
  }, [entries]);
  const act = (done: Promise<void>, said: string, action?: Toast["action"]): void =>
    void done.then(
      () => {
        if (action) showToast({ text: said, action });
        else announce(said, "kept");
      },
      (fault: unknown) => void showToast({ text: error(toAppError(fault)), tone: "warn" }),
    );
  const admit = ({ person, name }: AtDoor): void =>
    act(joining.admit(me.id, [person]), t("slide.admitted", { n: 1, name }));
  return {
    hasWaitingRoom: desk?.hasWaitingRoom ?? false,
    waiting,
    refused,
    admit,
    setWaitingRoom: (isOn) =>
      act(joining.setWaitingRoom(me.id, isOn), t(isOn ? "slide.waitingRoomOn" : "slide.waitingRoomOff")),
    admitAll: () => act(joining.admit(me.id), t("slide.admitted", { n: waiting.length, name: waiting[0]?.name ?? "" })),
    refuse: (one) =>
      act(joining.refuse(me.id, [one.person]), t("slide.refused", { name: one.name }), {
        // nothing leads back to waiting: it is called what it does
        label: t("slide.undo"),
        onAction: () => admit(one),
      }),
  };
}
