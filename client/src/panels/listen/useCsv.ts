import type { AppError } from "@palabre/shared/errors";
import type { CsvColumns, CsvForm, CsvPreview, SourceRead } from "@palabre/shared/protocol";
import { useEffect, useRef, useState } from "react";
import { sourcesApi } from "../../api/index.ts";
import { useBoard } from "../../state/index.ts";
import { asAppError } from "../pieces/index.ts";
import { settle } from "./settle.ts";

export type CsvStep =
  | { readonly type: "none" }
  | { readonly type: "looking"; readonly file: File }
  | {
      readonly type: "choosing";
      readonly file: File;
      readonly preview: CsvPreview;
      readonly form: CsvForm;
      readonly columns: CsvColumns;
      readonly name: string;
    }
  /** `share` of the file that has been sent; 1 while the server reads it */
  | { readonly type: "sending"; readonly file: File; readonly share: number }
  | { readonly type: "read"; readonly read: SourceRead };
export type Choosing = Extract<CsvStep, { type: "choosing" }>;

export interface CsvTold {
  readonly onRead: (read: SourceRead) => void;
  /** the file was left, and the server went on with it */
  readonly onLeft: (read: SourceRead) => void;
  readonly onLeftFault: (fault: AppError) => void;
}

export interface CsvSteps {
  readonly step: CsvStep;
  readonly fault: AppError | undefined;
  /** looks at the beginning of a file, read so */
  readonly look: (file: File, form?: CsvForm) => Promise<void>;
  readonly choose: (part: Partial<Choosing>) => void;
  readonly send: (told: CsvTold) => Promise<void>;
  /** leaves the file; on its way it is stopped, and nothing of it stays */
  readonly leave: () => void;
}

/** A file on its way in: looked at, its columns chosen, sent, read. */
export function useCsv(): CsvSteps {
  const { me } = useBoard();
  const [step, setStep] = useState<CsvStep>({ type: "none" });
  const [fault, setFault] = useState<AppError>();
  /** counts what was begun, so that a late answer never covers a newer one */
  const turns = useRef(0);
  const sending = useRef<AbortController>(undefined);
  useEffect(
    () => () => {
      turns.current += 1;
    },
    [],
  );

  const look = async (file: File, form: CsvForm = {}): Promise<void> => {
    const turn = (turns.current += 1);
    const before = step;
    setFault(undefined);
    // what is chosen already stays in view while the file is looked at again
    if (before.type !== "choosing") setStep({ type: "looking", file });
    try {
      const preview = await sourcesApi.previewCsv(me.id, file, form);
      if (turn !== turns.current) return;
      const name = before.type === "choosing" ? before.name : file.name.replace(/\.(?:csv|tsv|txt)$/i, "");
      setStep({ type: "choosing", file, preview, form, columns: preview.columns, name });
    } catch (cause) {
      if (turn !== turns.current) return;
      setFault(asAppError(cause));
      if (before.type !== "choosing") setStep({ type: "none" });
    }
  };
  const send = async ({ onRead, onLeft, onLeftFault }: CsvTold): Promise<void> => {
    if (step.type !== "choosing") return;
    const { file, form, columns, name } = step;
    const turn = (turns.current += 1);
    const isLeft = () => turn !== turns.current;
    const control = new AbortController();
    sending.current = control;
    setFault(undefined);
    setStep({ type: "sending", file, share: 0 });
    try {
      const csv = { file, form: { ...form, columns }, ...(name.trim() === "" ? {} : { name: name.trim() }) };
      const onProgress = (share: number): void => {
        if (!isLeft()) setStep({ type: "sending", file, share });
      };
      await settle(sourcesApi.addCsv(me.id, csv, { onProgress, signal: control.signal }), {
        isLeft,
        onAnswer: (read) => {
          setStep({ type: "read", read });
          onRead(read);
        },
        onLeft,
        onLeftFault: (cause) => control.signal.aborted || onLeftFault(asAppError(cause)),
      });
    } catch (cause) {
      setFault(asAppError(cause));
      setStep(step);
    }
  };
  const leave = (): void => {
    turns.current += 1;
    // the server goes on with a file that it has
    if (step.type === "sending" && step.share < 1) sending.current?.abort();
    setFault(undefined);
    setStep({ type: "none" });
  };
  return {
    step,
    fault,
    look,
    choose: (part) => step.type === "choosing" && setStep({ ...step, ...part }),
    send,
    leave,
  };
}
