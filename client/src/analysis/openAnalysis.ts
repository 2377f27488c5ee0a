import type { SignedMap } from "@palabre/shared/analysis/structure";
import type { AnswerOf, Kind, ParamsOf } from "./kinds.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { isSameMap } from "./isSameMap.ts";

/** What is known of a question. */
export interface Asked<Answer> {
  /** the last answer, of the map as it is or as it was a moment ago; undefined until there is one */
  readonly answer: Answer | undefined;
  /** whether the answer is whole and of the map as it is */
  readonly isFresh: boolean;
  /** it could not be computed: the answer, if there is one, is an old one */
  readonly isFailed: boolean;
}
export const NOT_ASKED: Asked<never> = { answer: undefined, isFresh: false, isFailed: false };

/** A worker as the page needs it. */
export interface WorkerPort {
  post(message: ToWorker): void;
  terminate(): void;
}
export interface AnalysisParts {
  readonly readMap: () => SignedMap;
  /** Calls back whenever the board may have changed; returns the undoing. */
  readonly onChange: (listener: () => void) => () => void;
  readonly start: (onMessage: (message: FromWorker) => void, onError: () => void) => WorkerPort;
  /** Calls back in a moment; calls until then are one. */
  readonly soon: (act: () => void) => void;
}

/** The page's side: one worker for one board, and the questions that are open. */
export interface Analysis {
  ask<Asks extends Kind>(kind: Asks, params: ParamsOf<Asks>, listener: () => void): () => void;
  /** the same object until it changes */
  read<Asks extends Kind>(kind: Asks, params: ParamsOf<Asks>): Asked<AnswerOf<Asks>>;
  /** Asks everything again, of a new worker if the old one broke. */
  retry(): void;
  close(): void;
}

interface Question {
  readonly kind: Kind;
  readonly params: unknown;
  readonly listeners: Set<() => void>;
  /** of the last time it was asked: an answer to another id is stale */
  id: number;
  asked: Asked<unknown>;
}

export function openAnalysis({ readMap, onChange, start, soon }: AnalysisParts): Analysis {
  const questions = new Map<string, Question>();
  let worker: WorkerPort | undefined;
  let map: SignedMap | undefined;
  let ids = 0;

  const tell = (question: Question, asked: Asked<unknown>): void => {
    question.asked = asked;
    for (const listener of question.listeners) listener();
  };
  const hear = (message: FromWorker): void => {
    const question = [...questions.values()].find(({ id }) => id === message.id);
    if (!question) return;
    const isAnswer = message.type === "answer";
    const answer = isAnswer ? message.answer : question.asked.answer;
    tell(question, { answer, isFresh: isAnswer && message.isWhole, isFailed: !isAnswer });
  };
  const onBroken = (): void => {
    worker?.terminate();
    worker = undefined;
    for (const question of questions.values()) tell(question, { ...question.asked, isFresh: false, isFailed: true });
  };
  /** The worker that knows the map as it was last read. */
  const ready = (): WorkerPort => {
    if (worker) return worker;
    worker = start(hear, onBroken);
    worker.post({ type: "map", map: (map ??= readMap()) });
    return worker;
  };
  const put = (question: Question): void => {
    question.id = ++ids;
    ready().post({ type: "ask", id: question.id, kind: question.kind, params: question.params });
  };
  const askAgain = (): void => {
    for (const question of questions.values()) {
      worker?.post({ type: "drop", id: question.id });
      put(question);
      if (question.asked.isFresh || question.asked.isFailed)
        tell(question, { ...question.asked, isFresh: false, isFailed: false });
    }
  };
  const readAgain = (): void => {
    if (questions.size === 0 || map === undefined) return;
    const next = readMap();
    if (isSameMap(map, next)) return;
    map = next;
    worker?.post({ type: "map", map });
    askAgain();
  };
  const stopFollowing = onChange(() => soon(readAgain));
  const keyOf = (kind: Kind, params: unknown): string => `${kind} ${JSON.stringify(params)}`;

  return {
    ask: (kind, params, listener) => {
      const key = keyOf(kind, params);
      let question = questions.get(key);
      if (!question) {
        // while nothing was asked, nobody looked whether the map changed
        if (questions.size === 0 && map !== undefined && !isSameMap(map, readMap())) {
          map = readMap();
          worker?.post({ type: "map", map });
        }
        question = { kind, params, listeners: new Set(), id: 0, asked: NOT_ASKED };
        questions.set(key, question);
        put(question);
      }
      const own = () => listener();
      question.listeners.add(own);
      return () => {
        question.listeners.delete(own);
        if (question.listeners.size > 0 || questions.get(key) !== question) return;
        questions.delete(key);
        worker?.post({ type: "drop", id: question.id });
      };
    },
    // a key stands for its kind and params, whose types belong together
    read: (kind, params) => (questions.get(keyOf(kind, params))?.asked ?? NOT_ASKED) as Asked<never>,
    retry: askAgain,
    close: () => {
      stopFollowing();
      questions.clear();
      worker?.terminate();
      worker = undefined;
    },
  };
}
