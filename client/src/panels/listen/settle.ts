/**
 * Waits for what a form asked. While it stands, it says itself what came; once it was left, something else may stand in its place,
 * and what came is told without it.
 * @throws what was asked throws, while the form stands
 */
export async function settle<Answer>(
  asked: Promise<Answer>,
  form: {
    readonly isLeft: () => boolean;
    readonly onAnswer: (answer: Answer) => void;
    readonly onLeft: (answer: Answer) => void;
    readonly onLeftFault: (cause: unknown) => void;
  },
): Promise<void> {
  let answer: Answer;
  try {
    answer = await asked;
  } catch (cause) {
    if (!form.isLeft()) throw cause;
    form.onLeftFault(cause);
    return;
  }
  if (form.isLeft()) form.onLeft(answer);
  else form.onAnswer(answer);
}
