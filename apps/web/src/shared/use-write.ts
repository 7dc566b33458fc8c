import { useMutation } from '@tanstack/react-query';
import { answered } from '../api/client.js';
import type { Kind } from '../api/live-changes.js';
import { useDone, type Written } from './use-done.js';

type Write<Input, Answer extends Written> = Readonly<{
  send: (input: Input) => Parameters<typeof answered<Answer>>[0];
  /** What reads again at once; everybody else's pages do by the stream of changes. */
  changes: Kind;
  /** What to say once it is done. */
  done: (input: Input) => string;
  /** What takes it back, where anything does. */
  undo?: ((written: Answer) => Promise<Written>) | undefined;
  onDone?: (written: Answer) => void;
}>;

/** A write behind a form: sends it, says that it is done, and has the page show it. `error` holds the refusal. */
export const useWrite = <Input = void, Answer extends Written = Written>({
  send,
  changes,
  done,
  undo,
  onDone,
}: Write<Input, Answer>) => {
  const sayDone = useDone(changes);
  return useMutation<Answer, Error, Input>({
    mutationFn: (input) => answered(send(input)),
    onSuccess: (written, input) => {
      sayDone(written, done(input), undo && (() => undo(written)));
      onDone?.(written);
    },
  });
};
